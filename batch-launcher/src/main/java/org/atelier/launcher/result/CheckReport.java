package org.atelier.launcher.result;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.atelier.answer.Document;
import org.atelier.answer.Section;
import org.atelier.catalog.Finding;
import org.atelier.catalog.Listing;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.NextCommand;
import org.atelier.run.NextStep;

/**
 * The answer of {@code check}: every finding at once.
 *
 * @param findings what was looked at
 * @param further what was seen besides, such as the survey of an ERP
 */
public record CheckReport(List<Finding> findings, List<Listing> further) implements Result {

    /** Copies the lists. */
    public CheckReport {
        findings = List.copyOf(findings);
        further = List.copyOf(further);
    }

    @Override
    public Document document() {
        List<Section.Row> rows = findings.stream()
                .map(finding -> Section.Row.of(
                        finding.area(), finding.verdict().word(), finding.where(), finding.what(), fix(finding)))
                .toList();
        List<Section> sections = new ArrayList<>();
        sections.add(new Section.Grid(
                "findings", List.of("area", "verdict", "where", "what", "fix"), rows, "Nothing to check."));
        further.forEach(listing -> sections.add(Section.of(listing)));
        return new Document("atelier.check/1", sections);
    }

    /** Of a problem 3, else of an unreachable server 7, else of a silent or unknown centre 8, else 0. */
    @Override
    public ExitCode exitCode() {
        List<ExitCode> codes =
                findings.stream().map(finding -> exitCode(finding.verdict())).toList();
        return Stream.of(ExitCode.CONFIGURATION, ExitCode.UNREACHABLE, ExitCode.DONE_WITH_ERRORS)
                .filter(codes::contains)
                .findFirst()
                .orElse(ExitCode.OK);
    }

    /** A problem decides; what is only told is 0. */
    private static ExitCode exitCode(Finding.Verdict verdict) {
        return switch (verdict) {
            case OK, NOT_SET, WARNING -> ExitCode.OK;
            case SHRUNK, SILENT, UNKNOWN -> ExitCode.DONE_WITH_ERRORS;
            case PROBLEM -> ExitCode.CONFIGURATION;
            case UNREACHABLE -> ExitCode.UNREACHABLE;
        };
    }

    private static String fix(Finding finding) {
        NextStep next = finding.next();
        return next == null ? finding.fix() : finding.fix() + NextCommand.of(next);
    }
}
