package org.atelier.machinelogs.load;

import java.math.BigDecimal;
import org.atelier.machinelogs.session.SessionDetails;
import org.jspecify.annotations.Nullable;

/** Forgets a session's rows: for whoever wants its figures alone. */
public final class NoDetails implements SessionDetails {

    @Override
    public void piece(int number, long localMicros, @Nullable String details) {}

    @Override
    public void profile(
            String reference,
            BigDecimal length,
            @Nullable String colour,
            long startLocalMicros,
            @Nullable Long endLocalMicros,
            int pieces) {}

    @Override
    public void waitPeriod(long startLocalMicros, long endLocalMicros, BigDecimal seconds) {}

    @Override
    public void stopPeriod(long startLocalMicros, long endLocalMicros, BigDecimal seconds) {}
}
