package org.atelier.orders.erp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.atelier.settings.ConfigurationException;

/**
 * The ERP's tables as they are called on this server, checked: all that are read are there, with their columns, of
 * types that can be read. Immutable.
 */
public final class ErpTables {

    private final Map<ErpTable, SourceTable> tables;

    private ErpTables(Map<ErpTable, SourceTable> tables) {
        this.tables = tables;
    }

    /**
     * Finds them.
     *
     * @throws ConfigurationException with everything that is missing or not as it should be
     * @throws IOException when the server cannot be asked
     */
    public static ErpTables find(ErpConnection erp) throws IOException {
        List<String> problems = new ArrayList<>();
        ErpTables tables = search(erp, problems);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(erp.label() + ": " + String.join("; ", problems));
        }
        return tables;
    }

    /**
     * Everything that is missing or not as it should be, one sentence each; none when the tables can be found.
     *
     * @throws IOException when the server cannot be asked
     */
    public static List<String> problems(ErpConnection erp) throws IOException {
        List<String> problems = new ArrayList<>();
        search(erp, problems);
        return problems;
    }

    private static ErpTables search(ErpConnection erp, List<String> problems) throws IOException {
        Map<String, SourceTable> there = erp.read(SourceTable::all);
        Map<ErpTable, SourceTable> found = new EnumMap<>(ErpTable.class);
        for (ErpTable table : ErpTable.values()) {
            named(table.usualName(), there, problems).ifPresent(source -> {
                found.put(table, source);
                problems.addAll(source.problems(table));
            });
        }
        return new ErpTables(found);
    }

    /** The exact name, then lower case, then any case if it is the only one. */
    private static Optional<SourceTable> named(String usual, Map<String, SourceTable> there, List<String> problems) {
        for (String name : List.of(usual, usual.toLowerCase(Locale.ROOT))) {
            if (there.containsKey(name)) {
                return Optional.ofNullable(there.get(name));
            }
        }
        List<SourceTable> alike = there.values().stream()
                .filter(table -> table.name().equalsIgnoreCase(usual))
                .toList();
        if (alike.isEmpty()) {
            problems.add("there is no table " + usual + ", or the user may not read it");
        } else if (alike.size() > 1) {
            problems.add("which one is " + usual + "? There are "
                    + alike.stream().map(SourceTable::name).sorted().toList() + "; name one of them " + usual);
        }
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }

    /** The table as it is on this server. */
    SourceTable get(ErpTable table) {
        SourceTable source = tables.get(table);
        if (source == null) {
            throw new IllegalStateException("Not found: " + table);
        }
        return source;
    }

    /** Its name in backquotes, for SQL. */
    String quoted(ErpTable table) {
        return "`" + get(table).name().replace("`", "``") + "`";
    }

    /** The real names, in the order of {@link ErpTable}. */
    public List<String> names() {
        return tables.values().stream().map(SourceTable::name).toList();
    }
}
