package org.atelier.machinelogs.plan;

import java.io.IOException;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.atelier.files.LedgerFile;
import org.atelier.machinelogs.MachineLogSettings;
import org.atelier.machinelogs.event.EventDecoders;
import org.atelier.machinelogs.fetch.FileScanner;
import org.atelier.machinelogs.ledger.CentreCodes;
import org.atelier.machinelogs.ledger.LogLedger;
import org.atelier.machinelogs.ledger.LogVersion;
import org.atelier.run.DayRange;
import org.atelier.sql.Sql;
import org.atelier.transfer.Contents;
import org.jdbi.v3.core.Jdbi;

/**
 * Lists which days can be built from what is in the landing area, by the day starts in force. Works on the caller's
 * connection and changes nothing.
 */
public final class BuildableDays {

    private final LogLedger ledger;
    private final CentreCodes codes;
    private final ReassignDays reassign;
    private final MachineLogSettings settings;

    /**
     * @param connection to a database with the schema
     * @param landing where the files' contents are
     * @param settings zone and day starts, as the runs have them
     */
    public BuildableDays(Connection connection, Contents landing, MachineLogSettings settings) {
        Jdbi jdbi = Sql.on(connection);
        this.ledger = new LogLedger(jdbi);
        this.codes = new CentreCodes(jdbi);
        this.reassign =
                new ReassignDays(landing, new FileScanner(EventDecoders.load()), settings.timeZone(), new Readings());
        this.settings = settings;
    }

    /**
     * Those of a range, by centre and day.
     *
     * @throws IOException when the thread was interrupted
     */
    public List<BuildableDay> list(DayRange range) throws IOException {
        List<BuildableDay> days = new ArrayList<>();
        DayRange wide = new DayRange(range.from().minusDays(1), range.to().plusDays(1));
        for (long centre : ledger.centresWithEvents(wide.from(), wide.to())) {
            days.addAll(ofCentre(centre, range));
        }
        days.sort(Comparator.comparing(BuildableDay::centre).thenComparing(BuildableDay::day));
        return days;
    }

    private List<BuildableDay> ofCentre(long centre, DayRange range) throws IOException {
        String code = codes.code(centre);
        Set<LocalDate> built = new HashSet<>(ledger.daysWithSession(centre));
        Set<LocalDate> sealed = ledger.sealedDays(centre);
        ReassignDays.Reassigned result = reassign.of(ledger.loadedOf(centre), settings.dayRule(code), sealed);
        Map<LocalDate, List<String>> days = contents(result, built);
        return days.entrySet().stream()
                .filter(day -> range.contains(day.getKey()) && !sealed.contains(day.getKey()))
                .map(day -> new BuildableDay(centre, code, day.getKey(), day.getValue(), built.contains(day.getKey())))
                .toList();
    }

    /** The contents of each day; none of a day whose session loses all its events by another day start. */
    private static Map<LocalDate, List<String>> contents(ReassignDays.Reassigned result, Set<LocalDate> built) {
        Map<LocalDate, List<String>> contents = new TreeMap<>();
        for (LedgerFile<LogVersion> file : result.before().values()) {
            days(file).stream().filter(built::contains).forEach(day -> contents.put(day, new ArrayList<>()));
        }
        for (LedgerFile<LogVersion> file : result.files()) {
            days(file)
                    .forEach(day -> contents.computeIfAbsent(day, none -> new ArrayList<>())
                            .add(Objects.requireNonNull(file.loaded()).sha256()));
        }
        return contents;
    }

    private static List<LocalDate> days(LedgerFile<LogVersion> file) {
        return file.duplicateOf() == null
                ? Objects.requireNonNull(file.loaded()).days()
                : List.of();
    }
}
