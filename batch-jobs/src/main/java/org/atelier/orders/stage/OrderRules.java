package org.atelier.orders.stage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.atelier.orders.erp.ErpSource;
import org.atelier.orders.row.ColumnProtection;
import org.atelier.orders.row.ErasedOrders;
import org.atelier.orders.row.TargetTable;
import org.atelier.orders.select.SelectionLists;
import org.atelier.reject.RejectLimits;

/**
 * What decides what becomes of the ERP's rows, as one digest: equal rows under equal rules give equal tables. It shows
 * none of what it is made of. Immutable.
 */
public final class OrderRules {

    private final List<Collection<String>> rules;

    /**
     * Takes the settings.
     *
     * @param source where the rows come from, parameters of the driver included
     * @param selection what is looked for
     * @param tables which tables are kept
     * @param protection of personal data
     * @param limits of rejects
     */
    public OrderRules(
            ErpSource source,
            SelectionLists selection,
            Set<TargetTable> tables,
            ColumnProtection protection,
            RejectLimits limits) {
        this.rules = List.of(
                List.of(source.url(), protection.fingerprint(), limits.toString()),
                tables.stream().map(TargetTable::table).sorted().toList(),
                selection.plannedNotes(),
                selection.rollerShutterStatuses(),
                selection.rollerShutterCodes(),
                selection.shutterCodes(),
                selection.stockOperations());
    }

    /** The digest, hexadecimal, with these orders left out and by the program that runs. */
    String digest(ErasedOrders erased) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            rules.forEach(list -> add(digest, list));
            add(digest, List.of(erased.fingerprint()));
            add(digest, ProgramCode.fingerprints());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** With lengths in front: no two lists come to the same bytes. */
    private static void add(MessageDigest digest, Collection<String> texts) {
        digest.update((texts.size() + ";").getBytes(StandardCharsets.UTF_8));
        for (String text : texts) {
            digest.update((text.length() + ":" + text).getBytes(StandardCharsets.UTF_8));
        }
    }
}
