package org.atelier.launcher.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.atelier.answer.Section;
import org.atelier.sql.Sql;

/** The sessions that came out, read back from the tables. */
final class DemoSessions {

    private static final String LATEST = """
            select centre, date_production, total_pieces, duree_production_totale, temps_production_effectif, taux_occupation,
                   taux_attente, taux_arret_volontaire
              from v_session order by date_production desc, centre limit 12
            """;
    private static final List<String> COLUMNS =
            List.of("centre", "day", "pieces", "hours", "effective_hours", "occupation_rate", "wait_rate", "stop_rate");

    private final Connection connection;

    DemoSessions(Connection connection) {
        this.connection = connection;
    }

    Section.Grid latest() throws SQLException {
        List<Section.Row> rows = Sql.ask(
                Sql.on(connection),
                handle -> handle.createQuery(LATEST)
                        .map((row, context) -> Section.Row.of(
                                row.getString("centre"),
                                row.getObject("date_production", LocalDate.class),
                                row.getLong("total_pieces"),
                                row.getBigDecimal("duree_production_totale"),
                                row.getBigDecimal("temps_production_effectif"),
                                row.getBigDecimal("taux_occupation"),
                                row.getBigDecimal("taux_attente"),
                                row.getBigDecimal("taux_arret_volontaire")))
                        .list());
        return new Section.Grid("sessions", COLUMNS, rows, "No sessions.");
    }
}
