package org.atelier.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.junit.jupiter.api.Test;

class SessionViewTest {

    private static final String[] SESSIONS = {
        "insert into centre_usinage (nom, type_cu) values ('DEM12', 'PVC')",
        "insert into session_production (centre_usinage_id, date_production, heure_premiere_piece,"
                + " heure_derniere_piece, total_pieces, duree_production_totale) values"
                + " (1, '2025-05-28', '2025-05-28 08:00', '2025-05-28 10:00', 25, 2.0000),"
                + " (1, '2025-05-29', null, null, 0, 0),"
                + " (1, '2025-05-30', null, null, 2147483647, 0.0001)",
    };

    @Test
    void plant_times_have_a_zone() throws Exception {
        try (Connection c = Databases.current()) {
            Databases.run(c, SESSIONS);
            assertThat(Databases.rows(
                            c,
                            "select centre, type_cu, heure_premiere_piece,"
                                    + " heure_premiere_piece_tz = timestamptz '2025-05-28 06:00+00',"
                                    + " heure_derniere_piece_tz = timestamptz '2025-05-28 08:00+00'"
                                    + " from v_session where date_production = '2025-05-28'"))
                    .containsExactly("DEM12|PVC|2025-05-28 08:00:00|t|t");
            Databases.run(c, "update atelier_plant set time_zone = 'America/Montreal'");
            assertThat(Databases.rows(
                            c,
                            "select heure_premiere_piece_tz = timestamptz '2025-05-28 12:00+00'"
                                    + " from v_session where date_production = '2025-05-28'"))
                    .containsExactly("t");
        }
    }

    @Test
    void pieces_an_hour_never_divide_by_zero_nor_overflow() throws Exception {
        try (Connection c = Databases.current()) {
            Databases.run(c, SESSIONS);
            assertThat(Databases.rows(c, "select pieces_par_heure from v_session order by date_production"))
                    .containsExactly("12.50", "", "99999999.99");
        }
    }

    @Test
    void sessions_are_there_without_the_row_of_the_plant() throws Exception {
        try (Connection c = Databases.current()) {
            Databases.run(c, SESSIONS);
            Databases.run(c, "delete from atelier_plant");
            assertThat(Databases.rows(c, "select count(heure_premiere_piece_tz), count(*) from v_session"))
                    .containsExactly("1|3");
        }
    }
}
