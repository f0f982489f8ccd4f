package org.atelier.machinelogs.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.atelier.catalog.Finding;
import org.atelier.catalog.Finding.Verdict;
import org.atelier.catalog.JobCheck;
import org.atelier.machinelogs.MachineLogs;
import org.atelier.machinelogs.history.Freshness;
import org.atelier.run.NextStep;
import org.atelier.run.RunWork;
import org.jspecify.annotations.Nullable;

/** Looks which machining centres have sent nothing for longer than they usually do. */
public final class CheckFreshness implements JobCheck {

    private static final String AREA = "freshness";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    @Override
    public String area() {
        return AREA;
    }

    @Override
    public String help() {
        return "which machining centre has sent nothing for longer than it usually does, or for so long that nothing is"
                + " known of it (exit code 8)";
    }

    @Override
    public boolean onlyByName() {
        return true;
    }

    /** One finding a centre, the silent ones first, then those of which nothing is known. */
    @Override
    public Found look(Question question) throws SQLException {
        try (Connection connection = question.records().connect()) {
            return new Found(findings(connection, question.zone()), List.of());
        }
    }

    private static List<Finding> findings(Connection connection, ZoneId zone) throws SQLException {
        List<Freshness.Centre> centres = Freshness.read(connection);
        if (centres.isEmpty()) {
            return List.of(new Finding(
                    AREA,
                    Verdict.WARNING,
                    "machining centres",
                    "none has sent anything yet",
                    "",
                    new RunWork(MachineLogs.NAME, MachineLogs.NAME, null, null).start()));
        }
        return centres.stream().map(centre -> finding(centre, zone)).toList();
    }

    private static Finding finding(Freshness.Centre centre, ZoneId zone) {
        if (centre.silent()) {
            return new Finding(
                    AREA,
                    Verdict.SILENT,
                    centre.code(),
                    "no session since " + centre.lastDay() + ", " + centre.missingDays() + " usual "
                            + (centre.missingDays() == 1 ? "day" : "days") + " missing" + times(centre, zone),
                    "see docs/operate/a-silent-machine.md; of no use any more: set its actif to false");
        }
        if (centre.state() == Freshness.State.UNKNOWN) {
            return new Finding(
                    AREA,
                    Verdict.UNKNOWN,
                    centre.code(),
                    (centre.tooOld()
                                    ? "no session since " + centre.lastDay()
                                            + ", which is too old, though no usual day is missing"
                                    : "no session yet")
                            + times(centre, zone),
                    "",
                    new NextStep.ListFiles(NextStep.FileChoice.ALL, centre.code()));
        }
        String use = centre.inUse() ? "" : " (out of use)";
        return new Finding(
                AREA, Verdict.OK, centre.code(), "last session " + centre.lastDay() + use + times(centre, zone), "");
    }

    private static String times(Freshness.Centre centre, ZoneId zone) {
        return time("; last file of ", centre.lastSent(), zone)
                + time(", last seen by a run at ", centre.lastLook(), zone);
    }

    private static String time(String words, @Nullable Instant time, ZoneId zone) {
        return time == null ? "" : words + TIME.format(time.atZone(zone));
    }
}
