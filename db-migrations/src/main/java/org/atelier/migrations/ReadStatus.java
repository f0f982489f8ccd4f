package org.atelier.migrations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.atelier.migrations.SchemaStatus.State;
import org.atelier.migrations.ShippedChangeSets.ChangeSet;

/** Compares the database with the shipped list, in one query. */
final class ReadStatus {

    /**
     * A table that may be missing cannot be named in a query; {@code query_to_xml} reads it only when it is there. The
     * keys travel in hexadecimal, so no character needs escaping in XML.
     */
    private static final String QUERY = """
            select 'relation' as kind, c.relname::text as name
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname = current_schema() and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and c.relname = any (?)
            union all
            select 'applied', case
                when to_regclass(quote_ident(current_schema()) || '.databasechangelog') is not null
                then substring(query_to_xml(
                    'select string_agg(encode(convert_to(filename || ''::'' || id || ''::'' || author, ''UTF8''), ''hex''), '' '') as keys from '
                    || quote_ident(current_schema())
                    || '.databasechangelog where author = ' || quote_literal(?::text)
                    || ' and filename like ' || quote_literal(?::text),
                    false, false, '')::text from '<keys>(.*)</keys>')
                end
            """;

    private final Set<String> applied = new LinkedHashSet<>();
    private final Set<String> relations = new TreeSet<>();

    private ReadStatus() {}

    static SchemaStatus from(Connection connection) throws SQLException {
        ReadStatus found = new ReadStatus();
        found.read(connection);
        return found.judge();
    }

    private void read(Connection connection) throws SQLException {
        String[] ours = ShippedChangeSets.all().stream()
                .flatMap(changeSet -> changeSet.creates().stream())
                .toArray(String[]::new);
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setArray(1, connection.createArrayOf("text", ours));
            query.setString(2, ShippedChangeSets.AUTHOR);
            query.setString(3, ShippedChangeSets.FOLDER + "%");
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    take(rows);
                }
            }
        }
    }

    private void take(ResultSet row) throws SQLException {
        String name = row.getString("name");
        if (name == null) {
            return;
        }
        if (row.getString("kind").equals("relation")) {
            relations.add(name);
        } else {
            for (String key : name.split(" ", -1)) {
                applied.add(new String(HexFormat.of().parseHex(key), UTF_8));
            }
        }
    }

    private SchemaStatus judge() {
        List<String> pending = new ArrayList<>();
        Set<String> foreign = new TreeSet<>();
        Set<String> made = new TreeSet<>();
        Set<String> unknown = new LinkedHashSet<>(applied);
        for (ChangeSet changeSet : ShippedChangeSets.all()) {
            if (unknown.remove(changeSet.key())) {
                made.addAll(changeSet.creates());
            } else {
                pending.add(changeSet.key());
                changeSet.creates().stream().filter(relations::contains).forEach(foreign::add);
            }
        }
        // What a pending change set makes again, such as a view with one more column, is ours since it was first made.
        foreign.removeAll(made);
        return new SchemaStatus(verdict(pending, foreign, unknown), pending, List.copyOf(foreign));
    }

    private State verdict(List<String> pending, Set<String> foreign, Set<String> unknown) {
        if (!unknown.isEmpty()) {
            return State.NEWER;
        }
        if (!foreign.isEmpty()) {
            return State.FOREIGN;
        }
        if (pending.isEmpty()) {
            return State.CURRENT;
        }
        return applied.isEmpty() ? State.EMPTY : State.PENDING;
    }
}
