package org.atelier.machinelogs.session;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the rows of a session as readable lines. */
final class RecordedDetails implements SessionDetails {

    final List<String> rows = new ArrayList<>();

    @Override
    public void piece(int number, long localMicros, @Nullable String details) {
        rows.add("piece " + number + " " + time(localMicros) + " " + details);
    }

    @Override
    public void profile(
            String reference,
            BigDecimal length,
            @Nullable String colour,
            long startLocalMicros,
            @Nullable Long endLocalMicros,
            int pieces) {
        String end = endLocalMicros == null ? "-" : time(endLocalMicros);
        rows.add("profile " + reference + " " + length + " " + colour + " " + time(startLocalMicros) + " " + end + " "
                + pieces);
    }

    @Override
    public void waitPeriod(long startLocalMicros, long endLocalMicros, BigDecimal seconds) {
        rows.add("wait " + time(startLocalMicros) + " " + time(endLocalMicros) + " " + seconds);
    }

    @Override
    public void stopPeriod(long startLocalMicros, long endLocalMicros, BigDecimal seconds) {
        rows.add("stop " + time(startLocalMicros) + " " + time(endLocalMicros) + " " + seconds);
    }

    private static String time(long localMicros) {
        return LocalDateTime.ofEpochSecond(
                        Math.floorDiv(localMicros, 1_000_000L),
                        Math.floorMod(localMicros, 1_000_000) * 1_000,
                        ZoneOffset.UTC)
                .toString();
    }
}
