package org.atelier.catalog;

import java.util.List;
import java.util.Locale;
import org.atelier.settings.ShownUrl;

/**
 * One thing that was looked at. Immutable.
 *
 * @param area what people type to look at it, such as {@code sources}
 * @param verdict how it is
 * @param where what was looked at
 * @param what what was found
 * @param fix what to do; empty when all is well, and when the command says it
 * @param command words of the command to type after these; none for none
 */
public record Finding(String area, Verdict verdict, String where, String what, String fix, List<String> command) {

    /** A driver may quote the URL it was given. */
    public Finding {
        where = ShownUrl.within(where);
        what = ShownUrl.within(what);
        command = List.copyOf(command);
    }

    /** Without a command. */
    public Finding(String area, Verdict verdict, String where, String what, String fix) {
        this(area, verdict, where, what, fix, List.of());
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
