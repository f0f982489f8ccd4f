package org.atelier.launcher.result;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.atelier.launcher.ExitCode;

/**
 * The answer of {@code check}: every finding at once.
 *
 * @param findings what was looked at
 * @param further what was seen besides, such as the survey of an ERP
 */
public record CheckReport(List<Finding> findings, List<Section> further) implements Result {

    /** Copies the lists. */
    public CheckReport {
        findings = List.copyOf(findings);
        further = List.copyOf(further);
    }

    /**
     * One thing looked at.
     *
     * @param area {@code config}, {@code database}, {@code sources}, {@code orders} or {@code freshness}
     * @param verdict how it is
     * @param where what was looked at
     * @param what what was found
     * @param fix what to do; empty when all is well
     */
    public record Finding(String area, Verdict verdict, String where, String what, String fix) {}

    /** How a thing is; a problem decides the exit code. */
    public enum Verdict {
        OK(ExitCode.OK),
        WARNING(ExitCode.OK),
        SHRUNK(ExitCode.DONE_WITH_ERRORS),
        SILENT(ExitCode.DONE_WITH_ERRORS),
        PROBLEM(ExitCode.CONFIGURATION),
        UNREACHABLE(ExitCode.UNREACHABLE);

        private final ExitCode exitCode;

        Verdict(ExitCode exitCode) {
            this.exitCode = exitCode;
        }
    }

    @Override
    public Document document() {
        List<Section.Row> rows = findings.stream()
                .map(finding -> Section.Row.of(
                        finding.area(),
                        finding.verdict().name().toLowerCase(java.util.Locale.ROOT),
                        finding.where(),
                        finding.what(),
                        finding.fix()))
                .toList();
        List<Section> sections = new ArrayList<>();
        sections.add(new Section.Grid(
                "findings", List.of("area", "verdict", "where", "what", "fix"), rows, "Nothing to check."));
        sections.addAll(further);
        return new Document("atelier.check/1", sections);
    }

    /** Of a problem 3, else of an unreachable server 7, else of a silent centre 8, else 0. */
    @Override
    public ExitCode exitCode() {
        List<ExitCode> codes =
                findings.stream().map(finding -> finding.verdict().exitCode).toList();
        return Stream.of(ExitCode.CONFIGURATION, ExitCode.UNREACHABLE, ExitCode.DONE_WITH_ERRORS)
                .filter(codes::contains)
                .findFirst()
                .orElse(ExitCode.OK);
    }
}
