package org.atelier.orders.row;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.atelier.orders.row.CleanOrder.Accessory;
import org.atelier.orders.row.CleanOrder.Operation;
import org.atelier.orders.select.OrderSelection;
import org.atelier.orders.text.CleanText;
import org.atelier.orders.text.CodePoints;
import org.jspecify.annotations.Nullable;

/** The profile {@code volets}. */
final class Shutters implements Profile {

    private static final Comparator<@Nullable Long> NUMBERS = Comparator.nullsLast(Comparator.naturalOrder());
    private static final Comparator<@Nullable String> TEXTS = Comparator.nullsLast(CodePoints.ORDER);

    private static final Comparator<Accessory> FIRST_ACCESSORY = Comparator.<Accessory, @Nullable Long>comparing(
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
        List<Accessory> shutters = order.accessories().stream()
                .filter(accessory -> selection.isShutterCode(accessory.code()))
                .toList();
        if (shutters.isEmpty()) {
            return Optional.empty();
        }
        OrderFaults faults = new OrderFaults(table(), order, protection);
        Candidate candidate = candidate(order, shutters, faults);
        long joined = (long) order.dates().size()
                * shutters.size()
                * Math.max(1, order.operations().size());
        return Optional.of(new Assessment(candidate, faults.rejects(candidate == null), joined));
    }

    private @Nullable Candidate candidate(CleanOrder order, List<Accessory> shutters, OrderFaults faults) {
        String affair = CleanText.of(order.raw().affair());
        faults.fitsKey(order.id());
        faults.fitsNumber(order.raw().number());
        faults.fits("extension", order.extension(), order.raw().extension());
        faults.fits("statut", order.status(), order.raw().status());
        faults.fits("affaire", affair, order.raw().affair());
        boolean head = faults.none();
        List<PlannedDate> dates = order.dates().stream().filter(faults::fits).toList();
        Optional<Accessory> accessory = shutters.stream()
                .filter(each ->
                        faults.fits("code_accessoire", each.code(), each.raw().code()))
                .min(FIRST_ACCESSORY);
        Optional<Operation> operation = order.operations().stream()
                .filter(each -> faults.fits(
                        "numero_operation", each.number(), each.raw().number()))
                .min(firstOperation);
        boolean operationsLeft = operation.isPresent() || order.operations().isEmpty();
        Long number = order.raw().number();
        if (!head || number == null || dates.isEmpty() || accessory.isEmpty() || !operationsLeft) {
            return null;
        }
        return new Candidate(
                order.id(),
                order.raw().id(),
                order.raw().type(),
                Arrays.asList(
                        order.id(),
                        number.intValue(),
                        order.extension(),
                        order.status(),
                        affair,
                        latest(dates),
                        accessory.get().code(),
                        accessory.get().text(),
                        operation.map(Operation::number).orElse(null),
                        operation.map(Operation::name).orElse(null)));
    }

    private static @Nullable LocalDateTime latest(List<PlannedDate> dates) {
        return dates.stream()
                .map(PlannedDate::at)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
