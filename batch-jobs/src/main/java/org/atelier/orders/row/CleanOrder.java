package org.atelier.orders.row;

import java.util.List;
import java.util.Objects;
import org.atelier.orders.erp.ErpOrder;
import org.atelier.orders.text.CleanText;
import org.jspecify.annotations.Nullable;

/**
 * A planned order with its texts cleaned; what it was before stays beside it, for rejects.
 *
 * @param raw as it stands in the ERP
 * @param id cleaned key
 * @param extension cleaned
 * @param status cleaned
 * @param dates of its planned notes
 * @param accessories cleaned
 * @param operations cleaned
 */
record CleanOrder(
        ErpOrder raw,
        String id,
        @Nullable String extension,
        @Nullable String status,
        List<PlannedDate> dates,
        List<Accessory> accessories,
        List<Operation> operations) {

    /** An accessory with its cleaned code and text. */
    record Accessory(
            ErpOrder.Accessory raw,
            @Nullable String code,
            @Nullable String text) {}

    /** An operation with its cleaned number and name. */
    record Operation(
            ErpOrder.Operation raw,
            @Nullable String number,
            @Nullable String name) {}

    static CleanOrder of(ErpOrder raw) {
        return new CleanOrder(
                raw,
                Objects.requireNonNullElse(CleanText.of(raw.id()), ""),
                CleanText.of(raw.extension()),
                CleanText.of(raw.status()),
                raw.planned().stream().map(PlannedDate::of).toList(),
                raw.accessories().stream()
                        .map(each -> new Accessory(each, CleanText.of(each.code()), CleanText.of(each.text())))
                        .toList(),
                raw.operations().stream()
                        .map(each -> new Operation(each, CleanText.of(each.number()), CleanText.of(each.name())))
                        .toList());
    }
}
