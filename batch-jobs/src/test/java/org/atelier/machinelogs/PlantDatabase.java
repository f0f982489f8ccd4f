package org.atelier.machinelogs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.atelier.ReadyDatabase;
import org.atelier.fixtures.postgres.RunningBackup;
import org.atelier.fixtures.postgres.TestDatabase;
import org.jdbi.v3.core.Jdbi;

/** The database of a plant for a test, and what runs left in it. */
class PlantDatabase implements AutoCloseable {

    final TestDatabase database = ReadyDatabase.create();

    /** The port that the database itself listens on. */
    int databasePort() {
        Matcher port = Pattern.compile(":(\\d+)/").matcher(database.jdbcUrl());
        if (!port.find()) {
            throw new IllegalStateException(database.jdbcUrl());
        }
        return Integer.parseInt(port.group(1));
    }

    /** A backup of the database that runs until it is closed. */
    RunningBackup backup() throws SQLException {
        return RunningBackup.of(database);
    }

    Jdbi sql() {
        return Jdbi.create(database.dataSource());
    }

    void execute(String statement) {
        sql().useHandle(handle -> handle.execute(statement));
    }

    /** Every row that a run may write, with the transaction that wrote it, the run's own tables left out. */
    List<String> everyRow() {
        return List.of(
                        "centre_usinage",
                        "session_production",
                        "job_profil",
                        "periode_attente",
                        "periode_arret",
                        "piece_production",
                        "session_fichier",
                        "fichier_source",
                        "ligne_rejetee",
                        "atelier_plant")
                .stream()
                .flatMap(table -> sql().withHandle(handle -> handle
                        .createQuery("select '" + table + " ' || t.xmin || ' ' || t.ctid || ' ' || t::text as r from "
                                + table + " t order by r")
                        .mapTo(String.class)
                        .list()
                        .stream()))
                .toList();
    }

    <T> T one(Class<T> type, String query) {
        return sql().withHandle(handle -> handle.createQuery(query).mapTo(type).one());
    }

    List<Map<String, Object>> rows(String query) {
        return sql().withHandle(handle -> handle.createQuery(query).mapToMap().list());
    }

    /** A hash of everything the job writes into the contract's tables, without keys and times of writing. */
    String tableHash() throws SQLException, IOException {
        return one(
                String.class,
                new String(
                        PlantDatabase.class
                                .getResourceAsStream("/org/atelier/fixtures/table-hash.sql")
                                .readAllBytes(),
                        StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        database.close();
    }
}
