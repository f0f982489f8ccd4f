package org.atelier.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.atelier.migrations.SchemaStatus.State;

/**
 * Looks whether the database can hold our data and lets this role do what it must, before it is tried. Changes nothing;
 * works on the caller's connection.
 */
public final class Obstacles {

    private Obstacles() {}

    /**
     * What keeps an update of the schema from being done.
     *
     * @param adopt whether foreign tables are to be moved as well
     */
    public static List<Obstacle> ofUpdate(Connection connection, SchemaStatus status, boolean adopt)
            throws SQLException {
        if (status.state() == State.CURRENT || status.state() == State.NEWER) {
            return List.of();
        }
        List<Obstacle> found = new ArrayList<>(ofDatabase(connection).stream().toList());
        Role role = Role.of(connection);
        if (role.schema() == null) {
            found.add(MissingSchema.obstacle(connection, role));
            return found;
        }
        if (!role.mayCreate()) {
            found.add(new Obstacle(
                    "the role " + role.name() + " may not create tables in the schema " + role.schema(),
                    "grant create on schema " + role.schema() + " to " + role.name()));
        }
        if (adopt && status.state() == State.FOREIGN && !role.mayCreateSchemas()) {
            found.add(new Obstacle(
                    "the role " + role.name() + " may not create the schema " + MoveForeignTables.TARGET,
                    "grant create on database " + role.database() + " to " + role.name()));
        }
        if (adopt || status.state() == State.PENDING) {
            ofOwner(connection, role).ifPresent(found::add);
        }
        return found;
    }

    /** What keeps runs from working with the tables that are there. */
    public static List<Obstacle> ofRuns(Connection connection) throws SQLException {
        Role role = Role.of(connection);
        if (role.schema() == null) {
            return List.of(MissingSchema.obstacle(connection, role));
        }
        String ungranted = first(connection, """
                select string_agg(c.relname, ', ' order by c.relname)
                from pg_catalog.pg_class c
                where c.relnamespace = current_schema()::regnamespace and c.relname = any (?)
                  and case when c.relname = 'databasechangeloglock' then false
                           when c.relkind = 'S' then not has_sequence_privilege(c.oid, 'usage')
                           when c.relkind in ('v', 'm') or c.relname = 'databasechangelog'
                               then not has_table_privilege(c.oid, 'select')
                           -- Of several, one will do: which a table needs is known to those who grant them singly.
                           else not (has_table_privilege(c.oid, 'select')
                                     and has_table_privilege(c.oid, 'insert, update, delete'))
                      end""");
        if (ungranted.isEmpty()) {
            return List.of();
        }
        return List.of(new Obstacle(
                "the role " + role.name() + " may not read and write what is in the schema " + role.schema() + ": "
                        + ungranted,
                "grant select, insert, update, delete, truncate on all tables in schema " + role.schema() + " to "
                        + role.name() + "; grant usage, select on all sequences in schema " + role.schema() + " to "
                        + role.name()));
    }

    /** Why the database can hold no data of ours, in whatever state its schema is. */
    public static Optional<Obstacle> ofDatabase(Connection connection) throws SQLException {
        String encoding = first(connection, "select current_setting('server_encoding')");
        if (encoding.equals("UTF8")) {
            return Optional.empty();
        }
        Role role = Role.of(connection);
        return Optional.of(new Obstacle(
                "the encoding of the database is " + encoding + ": texts of the plant cannot be stored in it",
                "createdb --encoding UTF8 --locale C --template template0 --owner "
                        + ShellName.of(role.plainName()) + " " + ShellName.of(role.plainDatabase() + "_utf8")
                        + ", and set ATELIER_DATABASE_URL to that database"));
    }

    private static Optional<Obstacle> ofOwner(Connection connection, Role role) throws SQLException {
        String owner = first(connection, """
                select min('"' || replace(pg_get_userbyid(c.relowner), '"', '""') || '"')
                from pg_catalog.pg_class c
                where c.relnamespace = current_schema()::regnamespace
                  and c.relname = any (?)
                  and not pg_has_role(c.relowner, 'usage')""");
        return owner.isEmpty()
                ? Optional.empty()
                : Optional.of(new Obstacle(
                        "tables in the schema " + role.schema() + " belong to the role " + owner + ", and "
                                + role.name() + " may not change them",
                        "grant " + owner + " to " + role.name()));
    }

    /** The first value; a placeholder takes the names of our relations. */
    private static String first(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            if (query.contains("?")) {
                String[] ours = Stream.concat(
                                ShippedChangeSets.all().stream().flatMap(set -> set.creates().stream()),
                                Stream.of("databasechangelog", "databasechangeloglock"))
                        .toArray(String[]::new);
                statement.setArray(1, connection.createArrayOf("text", ours));
            }
            try (ResultSet row = statement.executeQuery()) {
                String value = row.next() ? row.getString(1) : null;
                return value == null ? "" : value;
            }
        }
    }
}
