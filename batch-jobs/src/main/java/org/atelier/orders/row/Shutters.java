package org.atelier.orders.row;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.atelier.orders.erp.ErpNumber;
import org.atelier.orders.row.CleanOrder.Accessory;
import org.atelier.orders.row.CleanOrder.Operation;
import org.atelier.orders.select.OrderSelection;
import org.atelier.orders.text.CleanText;
import org.atelier.orders.text.CodePoints;
import org.jspecify.annotations.Nullable;

/** The profile {@code volets}. */
final class Shutters implements Profile {

    private static final Comparator<@Nullable ErpNumber> NUMBERS = Comparator.nullsLast(Comparator.naturalOrder());
    private static final Comparator<@Nullable String> TEXTS = Comparator.nullsLast(CodePoints.ORDER);

    private static final Comparator<Accessory> FIRST_ACCESSORY = Comparator.<Accessory, @Nullable ErpNumber>comparing(
                    each -> each.raw().position(), NUMBERS)
            .thenComparing(Accessory::code, TEXTS)
            .thenComparing(each -> each.raw().kind(), NUMBERS)
            .thenComparing(each -> each.raw().number(), NUMBERS)
            .thenComparing(Accessory::text, TEXTS);

    private final OrderSelection selection;
    private final ColumnProtection protection;
    private final Comparator<Operation> firstOperation;

    Shutters(OrderSelection selection, ColumnProtection protection) {
        this.selection = selection;
        this.protection = protection;
        this.firstOperation = Comparator.<Operation, Boolean>comparing(each -> !selection.isStock(each.number()))
                .thenComparing(Operation::number, TEXTS)
                .thenComparing(Operation::name, TEXTS);
    }

    @Override
    public TargetTable table() {
        return TargetTable.SHUTTERS;
    }

    @Override
    public Optional<Assessment> assess(CleanOrder order) {
        List<Accessory> shutters = order.accessoriesThat(each -> selection.isShutterCode(each.code()));
        if (shutters.isEmpty()) {
            return Optional.empty();
        }
        OrderFaults faults = new OrderFaults(table(), order, protection);
        Candidate candidate = candidate(order, shutters, faults);
        return Optional.of(new Assessment(candidate, faults.rejects(candidate == null), order.joinedWith(shutters)));
    }

    private @Nullable Candidate candidate(CleanOrder order, List<Accessory> shutters, OrderFaults faults) {
        String affair = CleanText.of(order.raw().affair());
        boolean head = fitsHead(order, affair, faults);
        List<PlannedDate> dates = order.datesThat(faults::fits);
        Accessory accessory = first(shutters, each -> fits(each, faults), FIRST_ACCESSORY);
        Operation operation = first(order.operations(), each -> fits(each, faults), firstOperation);
        boolean operationsLeft = operation != null || order.operations().isEmpty();
        ErpNumber number = order.raw().number();
        if (!head || number == null || dates.isEmpty() || accessory == null || !operationsLeft) {
            return null;
        }
        return new Candidate(
                order.id(),
                order.raw().id(),
                order.raw().type(),
                Arrays.asList(
                        order.id(),
                        (int) number.value(),
                        order.extension(),
                        order.status(),
                        affair,
                        PlannedDate.latest(dates),
                        accessory.code(),
                        accessory.text(),
                        operation == null ? null : operation.number(),
                        operation == null ? null : operation.name()));
    }

    private static boolean fitsHead(CleanOrder order, @Nullable String affair, OrderFaults faults) {
        faults.fitsKey(order.id());
        faults.fitsNumber(order.raw().number());
        faults.fits("extension", order.extension(), order.raw().extension());
        faults.fits("statut", order.status(), order.raw().status());
        faults.fits("affaire", affair, order.raw().affair());
        return faults.none();
    }

    /** Both are looked at: each reject is reported. */
    private static boolean fits(Accessory accessory, OrderFaults faults) {
        boolean code =
                faults.fits("code_accessoire", accessory.code(), accessory.raw().code());
        return faults.fits(
                        "description_accessoire",
                        accessory.text(),
                        accessory.raw().text())
                && code;
    }

    /** Both are looked at: each reject is reported. */
    private static boolean fits(Operation operation, OrderFaults faults) {
        boolean number = faults.fits(
                "numero_operation", operation.number(), operation.raw().number());
        return faults.fits(
                        "description_operation",
                        operation.name(),
                        operation.raw().name())
                && number;
    }

    /** The first in that order among those that fit; every one is looked at, for what is wrong with it. */
    private static <T> @Nullable T first(List<T> all, Predicate<T> fits, Comparator<T> order) {
        T first = null;
        for (T each : all) {
            if (fits.test(each) && (first == null || order.compare(each, first) < 0)) {
                first = each;
            }
        }
        return first;
    }
}
