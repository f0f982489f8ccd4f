package org.atelier.machinelogs.preview;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.atelier.catalog.JobPreview;
import org.atelier.catalog.PreviewReport;
import org.atelier.files.DirectoryReport;
import org.atelier.files.LedgerFile;
import org.atelier.files.LineCounts;
import org.atelier.machinelogs.MachineLogSettings;
import org.atelier.machinelogs.event.EventDecoders;
import org.atelier.machinelogs.fetch.FileScanner;
import org.atelier.machinelogs.find.TakenFile;
import org.atelier.machinelogs.gate.FailedFile;
import org.atelier.machinelogs.gate.FileGate;
import org.atelier.machinelogs.ledger.LogLedger;
import org.atelier.machinelogs.ledger.LogVersion;
import org.atelier.machinelogs.ledger.PlannedDay;
import org.atelier.machinelogs.load.DayReader;
import org.atelier.machinelogs.plan.CentreFile;
import org.atelier.machinelogs.plan.CentrePlan;
import org.atelier.machinelogs.plan.DaysInRange;
import org.atelier.machinelogs.plan.Duplicates;
import org.atelier.machinelogs.plan.LandedBeginning;
import org.atelier.machinelogs.plan.Readings;
import org.atelier.machinelogs.plan.ReassignDays;
import org.atelier.run.RunSummary;
import org.jspecify.annotations.Nullable;

/** Builds the sessions that a run would build, centre by centre, and keeps their figures. Not thread-safe. */
final class SessionPreview implements Closeable {

    private final MachineLogSettings settings;
    private final @Nullable LogLedger ledger;
    private final ScratchFiles scratch;
    private final DayReader reader;
    private final DaysInRange range;
    private final ReassignDays reassign;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final FileGate gate;
    private final Clock clock;
    private final List<FailedFile> gateFailed = new ArrayList<>();
    private LineCounts lines = LineCounts.NONE;
    private long taken;
    private long duplicates;
    private long failed;
    private long again;

    SessionPreview(MachineLogSettings settings, @Nullable LogLedger ledger, JobPreview.Question question) {
        EventDecoders decoders = EventDecoders.load();
        this.settings = settings;
        this.ledger = ledger;
        this.gate = new FileGate(settings.gate());
        this.clock = question.clock();
        this.range = new DaysInRange(question.options().days());
        this.scratch = new ScratchFiles(settings, decoders, question.scratch(), question.clock());
        this.reassign = new ReassignDays(scratch::open, new FileScanner(decoders), settings.timeZone(), new Readings());
        this.reader = new DayReader(scratch::open, decoders, settings.timeZone());
    }

    /** Adds a centre. */
    void add(PreviewedCentre centre) throws IOException {
        Map<Long, CentreFile> files = fetch(centre);
        Set<Long> fresh = new TreeSet<>(files.keySet());
        Set<LocalDate> sealed = new TreeSet<>();
        Set<LocalDate> before = new TreeSet<>();
        if (ledger != null && centre.id().isPresent() && (!fresh.isEmpty() || centre.isRebuilt())) {
            long id = centre.id().getAsLong();
            sealed.addAll(ledger.sealedDays(id));
            before.addAll(loaded(ledger.loadedOf(id), centre, sealed, files, fresh));
            before.addAll(ledger.daysBuiltFrom(fresh));
        }
        List<CentreFile> all = List.copyOf(files.values());
        Map<Long, Long> originals = new Duplicates(new LandedBeginning(scratch::open)).judge(all);
        count(all, originals, settings.today(centre.code(), clock.instant()));
        List<CentreFile> counting = all.stream()
                .map(file -> fresh.contains(file.id()) ? file.again() : file)
                .toList();
        for (PlannedDay day :
                new CentrePlan(0, settings.dayRule(centre.code()), counting, originals, range, Set.of()).days(before)) {
            if (!sealed.contains(day.day())) {
                rows.add(SessionRow.of(centre.code(), day, reader.session(day, settings.dayRule(centre.code()))));
            }
        }
    }

    /**
     * Adds what was loaded before, with days by the rule in force; what that changes is fresh.
     *
     * @return the days that files had by another rule
     */
    private Set<LocalDate> loaded(
            List<LedgerFile<LogVersion>> loaded,
            PreviewedCentre centre,
            Set<LocalDate> sealed,
            Map<Long, CentreFile> files,
            Set<Long> fresh)
            throws IOException {
        ReassignDays.Reassigned result = reassign.of(loaded, settings.dayRule(centre.code()), sealed);
        result.files().forEach(file -> files.putIfAbsent(file.id(), CentreFile.loaded(file)));
        fresh.addAll(result.before().keySet());
        again += result.before().size();
        return result.before().values().stream()
                .flatMap(file -> Objects.requireNonNull(file.loaded(), "a loaded file").days().stream())
                .collect(Collectors.toSet());
    }

    private void count(List<CentreFile> all, Map<Long, Long> originals, LocalDate today) {
        for (CentreFile file : all) {
            if (file.fresh() && originals.containsKey(file.id())) {
                duplicates++;
            } else if (file.fresh()) {
                lines = lines.plus(file.version().counts());
                gate.judge(file.path(), file.version(), today)
                        .ifPresent(cause -> gateFailed.add(new FailedFile(file.path(), cause, null)));
            }
        }
    }

    private Map<Long, CentreFile> fetch(PreviewedCentre centre) {
        Map<Long, CentreFile> files = new TreeMap<>();
        for (TakenFile file : centre.taken()) {
            taken++;
            LedgerFile<LogVersion> before = centre.known(file);
            // A file that the ledger does not know yet has no key; a negative one keeps it apart.
            long id = before == null ? -taken : before.id();
            try {
                LogVersion version = scratch.read(centre.code(), file, before);
                files.put(id, new CentreFile(id, file.file().path(), version, true, null));
            } catch (IOException e) {
                failed++;
                notes.add(file.file().path() + ": " + e.getMessage());
            }
        }
        return files;
    }

    PreviewReport report(long found, List<DirectoryReport> problems) {
        gateFailed.sort(Comparator.comparing(FailedFile::path));
        gateFailed.forEach(file -> notes.add(file.note()));
        problems.forEach(report -> notes.add(report.directory() + ": " + report.problem()));
        Map<String, Map<String, Long>> figures = new LinkedHashMap<>();
        Map<String, Long> ofFiles = counts("found", found, "taken", taken, "duplicate", duplicates, "failed", failed);
        if (again > 0) {
            ofFiles.put("again", again);
        }
        if (!gateFailed.isEmpty()) {
            ofFiles.put("gate_failed", (long) gateFailed.size());
        }
        figures.put("files", ofFiles);
        Map<String, Long> ofLines =
                counts("read", lines.lines(), "used", lines.used(), "counted", lines.counted(), "blank", lines.blank());
        ofLines.put("rejected", lines.rejected());
        ofLines.put("held", lines.held());
        figures.put("lines", ofLines);
        figures.put("sessions", new LinkedHashMap<>(Map.of("planned", (long) rows.size())));
        long failures =
                failed + problems.stream().filter(DirectoryReport::failed).count();
        RunSummary summary = new RunSummary(
                figures,
                notes,
                lines.rejected(),
                failures,
                taken + again,
                taken + again == 0,
                FailedFile.result(gateFailed, gateFailed.size()));
        return new PreviewReport(summary, "sessions", SessionRow.COLUMNS, rows);
    }

    private static Map<String, Long> counts(
            String a, long first, String b, long second, String c, long third, String d, long fourth) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put(a, first);
        counts.put(b, second);
        counts.put(c, third);
        counts.put(d, fourth);
        return counts;
    }

    @Override
    public void close() {
        scratch.close();
    }
}
