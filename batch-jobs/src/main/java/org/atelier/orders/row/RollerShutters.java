package org.atelier.orders.row;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.atelier.orders.row.CleanOrder.Accessory;
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
        if (!selection.isRollerShutterStatus(order.status())) {
            return Optional.empty();
        }
        List<Accessory> boxes = order.accessoriesThat(each -> selection.isRollerShutterCode(each.code()));
        if (boxes.isEmpty()) {
            return Optional.empty();
        }
        OrderFaults faults = new OrderFaults(table(), order, protection);
        Candidate candidate = candidate(order, boxes, faults);
        return Optional.of(new Assessment(candidate, faults.rejects(candidate == null), order.joinedWith(boxes)));
    }

    private @Nullable Candidate candidate(CleanOrder order, List<Accessory> boxes, OrderFaults faults) {
        faults.fitsOrigin(order.id());
        faults.fitsNumber(order.raw().number());
        faults.fits("extension", order.extension(), order.raw().extension());
        faults.fits("status", order.status(), order.raw().status());
        boolean head = faults.none();
        List<PlannedDate> dates = order.datesThat(faults::fits);
        String box = lowest(boxes, faults);
        if (!head || dates.isEmpty() || box == null) {
            return null;
        }
        boolean stock = !order.operationsThat(operation -> selection.isStock(operation.number()))
                .isEmpty();
        return new Candidate(
                order.id(),
                order.raw().id(),
                order.raw().type(),
                Arrays.asList(
                        String.valueOf(order.raw().number()),
                        order.extension(),
                        order.status(),
                        latestDay(dates),
                        box,
                        stock ? 1 : 0));
    }

    private static @Nullable String lowest(List<Accessory> boxes, OrderFaults faults) {
        String lowest = null;
        for (Accessory box : boxes) {
            String code = box.code();
            if (faults.fits("coffre", code, box.raw().code())
                    && code != null
                    && (lowest == null || CodePoints.ORDER.compare(code, lowest) < 0)) {
                lowest = code;
            }
        }
        return lowest;
    }

    private static @Nullable LocalDate latestDay(List<PlannedDate> dates) {
        LocalDateTime latest = PlannedDate.latest(dates);
        return latest == null ? null : latest.toLocalDate();
    }
}
