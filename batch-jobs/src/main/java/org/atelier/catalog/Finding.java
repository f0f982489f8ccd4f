package org.atelier.catalog;

import java.util.Locale;
import org.atelier.run.NextStep;
import org.atelier.settings.ShownUrl;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was looked at. Immutable.
 *
 * @param area what people type to look at it, such as {@code sources}
 * @param verdict how it is
 * @param where what was looked at
 * @param what what was found
 * @param fix what to do; empty when all is well, and when the next step says it
 * @param next to stand after these words; null for none
 */
public record Finding(
        String area,
        Verdict verdict,
        String where,
        String what,
        String fix,
        @Nullable NextStep next) {

    /** A driver may quote the URL it was given. */
    public Finding {
        where = ShownUrl.within(where);
        what = ShownUrl.within(what);
    }

    /** Without a next step. */
    public Finding(String area, Verdict verdict, String where, String what, String fix) {
        this(area, verdict, where, what, fix, null);
    }

    /** How a thing is. */
    public enum Verdict {
        OK,
        NOT_SET,
        WARNING,
        SHRUNK,
        SILENT,
        UNKNOWN,
        PROBLEM,
        UNREACHABLE;

        /** What people read. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
