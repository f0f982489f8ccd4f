package org.atelier.orders.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
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
                each(raw.planned(), PlannedDate::of),
                each(raw.accessories(), one -> new Accessory(one, CleanText.of(one.code()), CleanText.of(one.text()))),
                each(
                        raw.operations(),
                        one -> new Operation(one, CleanText.of(one.number()), CleanText.of(one.name()))));
    }

    /** The dates that pass a test, in their order. */
    List<PlannedDate> datesThat(Predicate<PlannedDate> test) {
        return those(dates, test);
    }

    /** The accessories that pass a test, in their order. */
    List<Accessory> accessoriesThat(Predicate<Accessory> test) {
        return those(accessories, test);
    }

    /** The operations that pass a test, in their order. */
    List<Operation> operationsThat(Predicate<Operation> test) {
        return those(operations, test);
    }

    /** As many rows has the join of the order's notes, some of its accessories, and its operations. */
    long joinedWith(List<Accessory> some) {
        return (long) dates.size() * some.size() * Math.max(1, operations.size());
    }

    private static <T> List<T> those(List<T> all, Predicate<T> test) {
        List<T> those = new ArrayList<>(all.size());
        for (T one : all) {
            if (test.test(one)) {
                those.add(one);
            }
        }
        return those;
    }

    /** A loop: streams for lists of one or two would make more garbage than all the texts. */
    private static <T extends @Nullable Object, R> List<R> each(List<T> raw, Function<T, R> clean) {
        List<R> cleaned = new ArrayList<>(raw.size());
        for (T one : raw) {
            cleaned.add(clean.apply(one));
        }
        return cleaned;
    }
}
