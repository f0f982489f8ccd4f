package org.atelier.machinelogs.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.atelier.machinelogs.ledger.DayPart;
import org.atelier.machinelogs.ledger.LogVersion;
import org.atelier.machinelogs.ledger.PlannedDay;
import org.atelier.machinelogs.session.ProductionDayRule;

/**
 * Which days of a centre are built from which files. Pure.
 *
 * <p>A day's files stand in the session's order: by the time, as written, of their first event of that day, then by
 * path.
 */
public final class CentrePlan {

    private final long centreId;
    private final ProductionDayRule rule;
    private final List<CentreFile> standing;
    private final DaysInRange range;
    private final Set<Long> inPart;
    private final Map<LocalDate, List<CentreFile>> byDay = new HashMap<>();

    /**
     * @param rule the day rule in force
     * @param files every file of the centre, with days by that rule
     * @param originals the duplicates among them
     * @param range the days that may be written
     * @param inPart files that are written in part: this run does not load them
     */
    public CentrePlan(
            long centreId,
            ProductionDayRule rule,
            List<CentreFile> files,
            Map<Long, Long> originals,
            DaysInRange range,
            Set<Long> inPart) {
        this.centreId = centreId;
        this.rule = rule;
        this.range = range;
        this.inPart = inPart;
        this.standing =
                files.stream().filter(file -> !originals.containsKey(file.id())).toList();
        for (CentreFile file : standing) {
            for (LocalDate day : file.version().days()) {
                byDay.computeIfAbsent(day, ignored -> new ArrayList<>()).add(file);
            }
        }
    }

    /** The days that the files this run loads have events of, and those given: what they had before. */
    public List<PlannedDay> days(Set<LocalDate> before) {
        Set<LocalDate> affected = new TreeSet<>(before);
        standing.stream()
                .filter(CentreFile::fresh)
                .forEach(file -> affected.addAll(file.version().days()));
        byDay.keySet().stream()
                .filter(day -> range.buildsWhatIsLoaded(centreId, day))
                .forEach(affected::add);
        return range.of(affected).stream()
                .map(day -> new PlannedDay(centreId, day, rule.dayStart(), parts(day)))
                .toList();
    }

    private List<DayPart> parts(LocalDate day) {
        return byDay.getOrDefault(day, List.of()).stream()
                .sorted(Comparator.comparing((CentreFile file) -> file.version().startOf(day))
                        .thenComparing(CentreFile::path)
                        .thenComparingLong(CentreFile::id))
                .map(this::part)
                .toList();
    }

    private DayPart part(CentreFile file) {
        LogVersion version = file.version();
        return new DayPart(
                file.id(),
                file.path(),
                version.sha256(),
                version.modified(),
                version.downloadedAt(),
                version.counts().held() > 0,
                file.fresh() && !inPart.contains(file.id()));
    }
}
