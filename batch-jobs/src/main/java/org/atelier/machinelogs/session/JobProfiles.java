package org.atelier.machinelogs.session;

import java.math.BigDecimal;
import org.atelier.machinelogs.event.JobProfile;
import org.jspecify.annotations.Nullable;

/** Follows which job profile is in work, and tells each one when the next begins or the session ends. */
final class JobProfiles {

    private final SessionDetails details;
    private @Nullable JobProfile profile;
    private @Nullable Moment begun;
    private FirstAndLast pieces = new FirstAndLast();
    private int pieceCount;

    JobProfiles(SessionDetails details) {
        this.details = details;
    }

    void begin(Moment moment, String reference, BigDecimal length, @Nullable String colour) {
        end(moment);
        profile = new JobProfile(reference, length, colour);
        begun = moment;
        pieces = new FirstAndLast();
        pieceCount = 0;
    }

    void piece(Moment moment) {
        pieces.add(moment);
        pieceCount++;
    }

    void finish() {
        end(pieces.last());
    }

    private void end(@Nullable Moment moment) {
        if (profile != null && begun != null) {
            details.profile(
                    profile.reference(),
                    profile.length(),
                    profile.colour(),
                    begun.localMicros(),
                    moment == null ? null : moment.localMicros(),
                    pieceCount);
        }
    }
}
