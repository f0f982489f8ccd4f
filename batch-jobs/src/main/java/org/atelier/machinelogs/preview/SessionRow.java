package org.atelier.machinelogs.preview;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.atelier.machinelogs.ledger.PlannedDay;
import org.atelier.machinelogs.session.ProductionSession;
import org.jspecify.annotations.Nullable;

/** A session as a row for people. */
final class SessionRow {

    static final List<String> COLUMNS = List.of(
            "centre",
            "day",
            "pieces",
            "first_piece",
            "last_piece",
            "hours",
            "effective_hours",
            "occupation_rate",
            "wait_rate",
            "stop_rate");

    private SessionRow() {}

    static List<@Nullable Object> of(String code, PlannedDay day, ProductionSession session) {
        return Collections.unmodifiableList(Arrays.<@Nullable Object>asList(
                code,
                day.day(),
                session.totalPieces(),
                time(session.firstPiece()),
                time(session.lastPiece()),
                session.metrics().productionHours(),
                session.metrics().effectiveHours(),
                session.metrics().occupationRate(),
                session.metrics().waitRate(),
                session.metrics().voluntaryStopRate()));
    }

    private static @Nullable String time(java.time.@Nullable LocalDateTime time) {
        return time == null ? null : time.toLocalTime().toString();
    }
}
