package org.atelier.orders.row;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.atelier.orders.select.OrderSelection;
import org.atelier.orders.text.CodePoints;
import org.jspecify.annotations.Nullable;

/** The profile {@code volets-roulants}. */
final class RollerShutters implements Profile {

    private final OrderSelection selection;
    private final ColumnProtection protection;

    RollerShutters(OrderSelection selection, ColumnProtection protection) {
        this.selection = selection;
        this.protection = protection;
    }

    @Override
    public TargetTable table() {
        return TargetTable.ROLLER_SHUTTERS;
    }

    @Override
    public Optional<Assessment> assess(CleanOrder order) {
        List<CleanOrder.Accessory> boxes = order.accessories().stream()
                .filter(accessory -> selection.isRollerShutterCode(accessory.code()))
                .toList();
        if (boxes.isEmpty() || !selection.isRollerShutterStatus(order.status())) {
            return Optional.empty();
        }
        OrderFaults faults = new OrderFaults(table(), order, protection);
        Candidate candidate = candidate(order, boxes, faults);
        long joined = (long) order.dates().size()
                * boxes.size()
                * Math.max(1, order.operations().size());
        return Optional.of(new Assessment(candidate, faults.rejects(candidate == null), joined));
    }

    private @Nullable Candidate candidate(CleanOrder order, List<CleanOrder.Accessory> boxes, OrderFaults faults) {
        faults.fitsNumber(order.raw().number());
        faults.fits("extension", order.extension(), order.raw().extension());
        faults.fits("status", order.status(), order.raw().status());
        boolean head = faults.none();
        List<PlannedDate> dates = order.dates().stream().filter(faults::fits).toList();
        Optional<String> box = boxes.stream()
                .filter(each -> faults.fits("coffre", each.code(), each.raw().code()))
                .map(CleanOrder.Accessory::code)
                .filter(Objects::nonNull)
                .min(CodePoints.ORDER);
        if (!head || dates.isEmpty() || box.isEmpty()) {
            return null;
        }
        boolean stock = order.operations().stream().anyMatch(operation -> selection.isStock(operation.number()));
        return new Candidate(
                order.id(),
                order.raw().id(),
                order.raw().type(),
                Arrays.asList(
                        String.valueOf(order.raw().number()),
                        order.extension(),
                        order.status(),
                        latestDay(dates),
                        box.get(),
                        stock ? 1 : 0));
    }

    private static @Nullable LocalDate latestDay(List<PlannedDate> dates) {
        return dates.stream()
                .map(PlannedDate::at)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(LocalDateTime::toLocalDate)
                .orElse(null);
    }
}
