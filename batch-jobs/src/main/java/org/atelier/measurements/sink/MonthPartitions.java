package org.atelier.measurements.sink;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The partitions of {@code mesure_electrique}, one a month, made when first needed. Made apart and attached, so readers
 * and writers of other months go on; who needs a new month meanwhile waits for the transaction that makes one. This is
 * the last lock that a transaction takes here, so two never wait for each other.
 */
final class MonthPartitions {

    private static final String ATTACHED = """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
             where i.inhparent = 'mesure_electrique'::regclass and c.relname = any(:names)
            """;

    private MonthPartitions() {}

    /** Makes those that are missing. */
    static void make(Handle handle, Collection<YearMonth> months) {
        if (!missing(handle, months).isEmpty()) {
            lock(handle);
            for (YearMonth month : missing(handle, months)) {
                create(handle, month);
                attach(handle, month);
            }
        }
    }

    /**
     * Makes the month's table when it is missing, but without its key: rows are written faster before it has one. It is
     * no partition until it is {@linkplain #attach attached}.
     *
     * @return whether it was missing
     */
    static boolean begin(Handle handle, YearMonth month) {
        List<YearMonth> wanted = List.of(month);
        if (missing(handle, wanted).isEmpty()) {
            return false;
        }
        lock(handle);
        boolean missing = !missing(handle, wanted).isEmpty();
        if (missing) {
            create(handle, month);
        }
        return missing;
    }

    private static void lock(Handle handle) {
        handle.execute("lock table only mesure_electrique in share update exclusive mode");
    }

    private static List<YearMonth> missing(Handle handle, Collection<YearMonth> months) {
        Set<String> attached = new HashSet<>(handle.createQuery(ATTACHED)
                .bindArray(
                        "names",
                        String.class,
                        months.stream().map(MonthPartitions::name).toArray())
                .mapTo(String.class)
                .list());
        List<YearMonth> missing = new ArrayList<>(months);
        missing.removeIf(month -> attached.contains(name(month)));
        return missing;
    }

    private static void create(Handle handle, YearMonth month) {
        handle.execute("create table " + name(month) + " (like mesure_electrique including all excluding indexes)");
    }

    /** Gives the month's table its key, and makes it a partition. */
    static void attach(Handle handle, YearMonth month) {
        handle.execute("alter table " + name(month) + " add primary key (voie_id, horodatage)");
        handle.execute("alter table mesure_electrique attach partition " + name(month) + " for values from ('"
                + start(month) + "') to ('" + start(month.plusMonths(1)) + "')");
    }

    static String name(YearMonth month) {
        return String.format(Locale.ROOT, "mesure_electrique_%04d_%02d", month.getYear(), month.getMonthValue());
    }

    private static String start(YearMonth month) {
        return month.atDay(1) + " 00:00:00+00";
    }
}
