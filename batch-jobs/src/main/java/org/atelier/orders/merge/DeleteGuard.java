package org.atelier.orders.merge;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.atelier.orders.merge.TableMerge.Forecast;
import org.atelier.run.GuardException;
import org.atelier.run.NextStep;

/**
 * Keeps an emptied or half restored ERP from emptying the target tables: more than a share of a table's rows, and more
 * than ten, are not deleted. Each table counts by itself; one of them stops both. Immutable.
 */
public final class DeleteGuard {

    private static final int ALWAYS_ALLOWED = 10;

    private final BigDecimal ratio;

    /** @param ratio the largest share that may go, from 0 to 1 */
    public DeleteGuard(BigDecimal ratio) {
        this.ratio = ratio;
    }

    /**
     * Looks at all tables.
     *
     * @throws GuardException when too much would go
     */
    void pass(List<Forecast> forecasts) {
        refusal(forecasts).ifPresent(refusal -> {
            throw new GuardException(
                    refusal + "; nothing was written",
                    new NextStep.Check("orders")
                            .to("see whether the ERP is complete")
                            .then(new NextStep.OfJob(NextStep.JobAction.RUN_UNGUARDED, "orders").to("if it is")));
        });
    }

    /** Why a merge that comes to this is not done; empty when it is. */
    public Optional<String> refusal(List<Forecast> forecasts) {
        List<String> refused = forecasts.stream()
                .filter(this::isTooMuch)
                .map(each -> each.table().table() + ": " + each.merged().deleted() + " of " + each.held()
                        + " rows would be deleted because their orders vanished from the ERP's selection ("
                        + each.merged().stale() + " more stay because their orders are rejected)")
                .toList();
        return refused.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join("; ", refused) + "; the limit is " + percent() + " % and " + ALWAYS_ALLOWED
                        + " rows");
    }

    private boolean isTooMuch(Forecast forecast) {
        long deleted = forecast.merged().deleted();
        return deleted > ALWAYS_ALLOWED
                && BigDecimal.valueOf(deleted).compareTo(ratio.multiply(BigDecimal.valueOf(forecast.held()))) > 0;
    }

    private String percent() {
        return ratio.movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
