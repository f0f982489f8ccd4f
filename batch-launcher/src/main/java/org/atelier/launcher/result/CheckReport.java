package org.atelier.launcher.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.atelier.launcher.ExitCode;
import org.atelier.transfer.ShownUrl;

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
    public record Finding(String area, Verdict verdict, String where, String what, String fix) {

        /** A driver may quote the URL it was given. */
        public Finding {
            where = ShownUrl.within(where);
            what = ShownUrl.within(what);
        }
    }

    /** How a thing is; a problem decides the exit code. */
    public enum Verdict {
        OK(ExitCode.OK),
        NOT_SET(ExitCode.OK),
        WARNING(ExitCode.OK),
        SHRUNK(ExitCode.DONE_WITH_ERRORS),
        SILENT(ExitCode.DONE_WITH_ERRORS),
        UNKNOWN(ExitCode.DONE_WITH_ERRORS),
        PROBLEM(ExitCode.CONFIGURATION),
        UNREACHABLE(ExitCode.UNREACHABLE);

        private final ExitCode exitCode;

        Verdict(ExitCode exitCode) {
            this.exitCode = exitCode;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    @Override
    public Document document() {
        List<Section.Row> rows = findings.stream()
                .map(finding -> Section.Row.of(
                        finding.area(), finding.verdict().word(), finding.where(), finding.what(), finding.fix()))
                .toList();
        List<Section> sections = new ArrayList<>();
        sections.add(new Section.Grid(
                "findings", List.of("area", "verdict", "where", "what", "fix"), rows, "Nothing to check."));
        sections.addAll(further);
        return new Document("atelier.check/1", sections);
    }

    /** Of a problem 3, else of an unreachable server 7, else of a silent or unknown centre 8, else 0. */
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
