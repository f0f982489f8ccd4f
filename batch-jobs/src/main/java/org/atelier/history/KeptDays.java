package org.atelier.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.atelier.run.DayRange;

/** Reads which days can be built from what was kept. Works on the caller's connection and changes nothing. */
public final class KeptDays {

    private static final String SQL = """
            select c.id, c.nom, d.jour::text as jour, array_agg(f.sha256::text order by f.chemin) as contenus,
                   exists (select from session_production s
                            where s.centre_usinage_id = c.id and s.date_production = d.jour) as faite
              from fichier_source f cross join lateral unnest(f.jours) as d (jour)
              join centre_usinage c on c.id = f.centre_usinage_id
             where f.sha256 is not null and f.duplicate_de is null and d.jour between ?::date and ?::date
               and not exists (select from jour_scelle j where j.centre_usinage_id = c.id and j.jour = d.jour)
             group by c.id, c.nom, d.jour order by c.nom, d.jour""";

    private final Connection connection;

    /** @param connection to a database with the schema */
    public KeptDays(Connection connection) {
        this.connection = connection;
    }

    /** Those of a range, by centre and day. */
    public List<KeptDay> list(DayRange range) throws SQLException {
        return Rows.read(
                connection, SQL, List.of(range.from().toString(), range.to().toString()), KeptDays::day);
    }

    private static KeptDay day(ResultSet row) throws SQLException {
        return new KeptDay(
                row.getLong("id"),
                row.getString("nom"),
                LocalDate.parse(row.getString("jour")),
                List.of((String[]) row.getArray("contenus").getArray()),
                row.getBoolean("faite"));
    }
}
