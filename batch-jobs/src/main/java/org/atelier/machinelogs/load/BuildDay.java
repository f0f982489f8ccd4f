package org.atelier.machinelogs.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.atelier.machinelogs.MachineLogSettings;
import org.atelier.machinelogs.ledger.CentreCodes;
import org.atelier.machinelogs.ledger.DayPart;
import org.atelier.machinelogs.ledger.PlanOrder;
import org.atelier.machinelogs.ledger.PlannedDay;
import org.atelier.machinelogs.session.ProductionDayRule;
import org.atelier.machinelogs.session.ProductionSession;
import org.atelier.machinelogs.session.SessionAssembler;
import org.atelier.run.Progress;
import org.atelier.run.step.RunContext;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Builds the session of one centre-day from the contents its plan names, before the transaction that writes it: files
 * may take long to read. Whoever writes it looks whether plan and session are still what it was built by. Thread-safe.
 */
public final class BuildDay implements ItemProcessor<PlannedDay, BuiltDay> {

    private final DayReader reader;
    private final SessionStore store;
    private final PlanOrder order;
    private final MachineLogSettings settings;
    private final CentreCodes codes;
    private final Progress progress;
    private final Path spillDirectory;

    /** @param spillDirectory where rows go that do not fit into memory */
    public BuildDay(
            DayReader reader,
            SessionStore store,
            PlanOrder order,
            MachineLogSettings settings,
            CentreCodes codes,
            Progress progress,
            Path spillDirectory) {
        this.reader = reader;
        this.store = store;
        this.order = order;
        this.settings = settings;
        this.codes = codes;
        this.progress = progress;
        this.spillDirectory = spillDirectory;
    }

    @Override
    public BuiltDay process(PlannedDay planned) throws IOException {
        progress.phase("building sessions");
        PlannedDay day = order.newest(RunContext.current().instance(), planned);
        if (day.parts().isEmpty()) {
            return new BuiltDay.Empty(day);
        }
        StoredSession before = store.find(day.centreId(), day.day());
        long id = before == null ? store.nextId() : before.id();
        SessionRows rows = new SessionRows(id, spillDirectory);
        BuiltDay built = null;
        try {
            built = build(day, before, id, rows);
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                // The contents are sound; the day stays undone.
                throw e;
            }
            built = new BuiltDay.Failed(day, Objects.requireNonNullElse(e.getMessage(), e.toString()));
        } finally {
            if (!(built instanceof BuiltDay.Session)) {
                rows.close();
            }
        }
        return built;
    }

    private BuiltDay build(PlannedDay day, @Nullable StoredSession before, long id, SessionRows rows)
            throws IOException {
        ProductionDayRule rule = day.rule(settings.dayRule(codes.code(day.centreId())));
        SessionAssembler assembler = new SessionAssembler(settings.timeZone(), rows);
        long events = 0;
        long fresh = 0;
        for (DayPart part : day.parts()) {
            long added = reader.addTo(assembler, part, day.day().toEpochDay(), rule);
            events += added;
            fresh += part.fresh() ? added : 0;
        }
        ProductionSession session = assembler.finish();
        if (events == 0) {
            return new BuiltDay.Empty(day);
        }
        return new BuiltDay.Session(day, before, id, session, rows, fingerprint(day, session, rows), fresh);
    }

    /** Of the rows a checksum: there are as many bytes of them as of the files, and Java hashes slowly at its start. */
    private static String fingerprint(PlannedDay day, ProductionSession session, SessionRows rows) throws IOException {
        MessageDigest digest = sha256();
        digest.update(session.toString().getBytes(StandardCharsets.UTF_8));
        for (DayPart part : day.parts()) {
            digest.update((part.fileId() + " " + part.path() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        try (RowChecksum checksum = new RowChecksum()) {
            rows.writeTo(checksum);
            digest.update(checksum.value());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
