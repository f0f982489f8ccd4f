package org.atelier.machinelogs.load;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.atelier.machinelogs.ledger.CentreCodes;
import org.atelier.sql.SqlStates;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Says why the database refused a day: the column, the centre and the day, and PostgreSQL's own sentence. Takes part in
 * the transaction that is open. Thread-safe.
 */
public final class RefusedDay {

    /** What PostgreSQL says of where a COPY failed. */
    private static final Pattern COPIED = Pattern.compile("COPY (\\w+), line \\d+, column (\\w+)");

    private static final String OUT_OF_RANGE = "22003";
    private static final String TOO_LONG = "22001";

    /** PostgreSQL says that a number does not fit, and not which; the columns may be others than we made. */
    private static final String TOO_LARGE = """
            select v.name from unnest(:names, :values::numeric[]) with ordinality as v (name, value, n)
              join pg_attribute a on a.attrelid = 'session_production'::regclass and a.attname = v.name
             cross join lateral (select ((a.atttypmod - 4) >> 16) & 65535 as digits,
                                        ((((a.atttypmod - 4) & 2047) # 1024) - 1024) as scale) t
             where a.atttypid = 'numeric'::regtype and a.atttypmod >= 4
               and abs(round(v.value, t.scale)) >= 10::numeric ^ (t.digits - t.scale)
             order by v.n limit 1
            """;

    private final Jdbi jdbi;
    private final CentreCodes codes;

    public RefusedDay(Jdbi jdbi, CentreCodes codes) {
        this.jdbi = jdbi;
        this.codes = codes;
    }

    /** In words for people; of the day's data there is in them what PostgreSQL's sentence says. */
    String words(SQLException refused, BuiltDay built) {
        String day = codes.code(built.day().centreId()) + "@" + built.day().day();
        String state = String.valueOf(refused.getSQLState());
        String reason = SqlStates.sentence(refused);
        Optional<String> column = column(refused, built);
        if (column.isEmpty()) {
            return day + " cannot be stored: " + reason;
        }
        boolean size = state.equals(OUT_OF_RANGE) || state.equals(TOO_LONG);
        return column.get() + " of " + day + (size ? " does not fit: " : " cannot be stored: ") + reason;
    }

    private Optional<String> column(SQLException refused, BuiltDay built) {
        ServerErrorMessage server = server(refused);
        if (server != null && server.getColumn() != null) {
            return Optional.of(server.getColumn());
        }
        Matcher copied = COPIED.matcher(server == null ? "" : String.valueOf(server.getWhere()));
        if (copied.find()) {
            return Optional.of(copied.group(1) + "." + copied.group(2));
        }
        return OUT_OF_RANGE.equals(refused.getSQLState()) && built instanceof BuiltDay.Session session
                ? tooLarge(SessionColumns.metrics(session.session().metrics()))
                : Optional.empty();
    }

    private Optional<String> tooLarge(Map<String, BigDecimal> figures) {
        return jdbi.withHandle(handle -> handle.createQuery(TOO_LARGE)
                .bindArray("names", String.class, figures.keySet().toArray())
                .bindArray(
                        "values",
                        String.class,
                        figures.values().stream().map(BigDecimal::toPlainString).toArray())
                .mapTo(String.class)
                .findOne());
    }

    private static @Nullable ServerErrorMessage server(SQLException refused) {
        return refused instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
    }
}
