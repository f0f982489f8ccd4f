package org.atelier.orders;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.atelier.ReadyDatabase;
import org.atelier.fixtures.postgres.RunningBackup;
import org.atelier.fixtures.postgres.TestDatabase;
import org.jdbi.v3.core.Jdbi;

/** The PostgreSQL database of a workshop for a test, and what runs left in it. */
class WorkshopDatabase implements AutoCloseable {

    private static final List<String> TABLES = List.of(
            "select numero_commande, extension, status, date_modification, coffre, gestion_en_stock, origine"
                    + " from commandes_volets_roulants order by numero_commande collate \"C\", extension collate \"C\"",
            "select id_commande, numero_commande, extension, statut, affaire, date_modification, code_accessoire,"
                    + " description_accessoire, numero_operation, description_operation, origine"
                    + " from commandes_volets order by id_commande collate \"C\"",
            "select cible, id_commande, colonne, motif, valeur from commande_rejetee where job_execution_fin is null"
                    + " order by cible, id_commande collate \"C\", colonne");

    final TestDatabase database = ReadyDatabase.create();

    Jdbi sql() {
        return Jdbi.create(database.dataSource());
    }

    /** The rows of a query, each as its values joined by {@code |}. */
    List<String> rows(String query) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            int columns = row.getMetaData().getColumnCount();
            var rows = new ArrayList<String>();
            while (row.next()) {
                String[] values = new String[columns];
                for (int i = 0; i < columns; i++) {
                    values[i] = row.getString(i + 1);
                }
                rows.add(String.join("|", Arrays.asList(values)));
            }
            return rows;
        }
    }

    /** A backup of the database that runs until it is closed. */
    RunningBackup backup() throws SQLException {
        return RunningBackup.of(database);
    }

    /** All that runs leave for people: both tables without keys and times, and the open rejects. */
    List<String> state() throws SQLException {
        var state = new ArrayList<String>();
        for (String query : TABLES) {
            state.addAll(rows(query));
        }
        return state;
    }

    @Override
    public void close() {
        database.close();
    }
}
