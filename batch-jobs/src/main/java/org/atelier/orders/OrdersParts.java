package org.atelier.orders;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Clock;
import org.atelier.bulk.BulkCopy;
import org.atelier.orders.merge.MergeOrders;
import org.atelier.orders.merge.OrderFigures;
import org.atelier.orders.row.OrderRows;
import org.atelier.orders.select.OrderSelection;
import org.atelier.orders.stage.CopyToStaging;
import org.atelier.orders.stage.EmptyStaging;
import org.atelier.orders.stage.ErasureList;
import org.atelier.orders.stage.ErpOrders;
import org.atelier.orders.stage.LastReading;
import org.atelier.orders.stage.MakeRows;
import org.atelier.orders.stage.OrderPlan;
import org.atelier.orders.stage.OrderRules;
import org.atelier.orders.stage.RecordReading;
import org.atelier.orders.stage.SealStaging;
import org.atelier.orders.stage.StagingCopy;
import org.atelier.orders.stage.StagingTally;
import org.atelier.reject.RejectGuard;
import org.atelier.reject.RejectLimits;
import org.atelier.run.Progress;
import org.atelier.run.RunOptions;
import org.atelier.transfer.RemoteRetry;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The parts that {@link OrdersJob} is put together from; here are those that are told a setting. */
@Configuration(proxyBeanMethods = false)
@Import({
    CopyToStaging.class,
    EmptyStaging.class,
    ErasureList.class,
    RecordReading.class,
    MakeRows.class,
    OrderFigures.class,
    OrderPlan.class,
    SealStaging.class
})
class OrdersParts {

    @Bean
    OrderSelection orderSelection(OrdersSettings settings) {
        return new OrderSelection(settings.selection());
    }

    @Bean
    OrderRows orderRows(OrdersSettings settings, OrderSelection selection) {
        return new OrderRows(selection, settings.protection(), settings.tables());
    }

    @Bean
    StagingTally stagingTally(OrdersSettings settings) {
        return new StagingTally(settings.tables());
    }

    @Bean
    ErpOrders erpOrders(
            OrdersSettings settings, OrderSelection selection, RemoteRetry retry, StagingTally tally, Progress progress)
            throws IOException {
        return new ErpOrders(
                settings.requireSource(),
                selection,
                settings.protection(),
                retry,
                tally,
                progress,
                new ErpOrders.Reading(
                        Files.createDirectories(settings.spill()),
                        !settings.readAllAfter().isZero()));
    }

    @Bean
    LastReading lastReading(
            Jdbi jdbi, OrdersSettings settings, RejectLimits limits, ErasureList erasures, Clock clock) {
        OrderRules rules = new OrderRules(
                settings.requireSource(), settings.selection(), settings.tables(), settings.protection(), limits);
        return new LastReading(jdbi, rules, erasures, clock, settings.readAllAfter());
    }

    @Bean
    RejectGuard rejectGuard(RejectLimits limits) {
        return new RejectGuard(limits, Orders.UNIT, () -> RejectGuard.Counted.NONE);
    }

    @Bean
    StagingCopy stagingCopy(OrdersSettings settings, BulkCopy bulk) throws IOException {
        return new StagingCopy(bulk, Files.createDirectories(settings.spill()));
    }

    @Bean
    MergeOrders mergeOrders(Jdbi jdbi, OrderPlan plan, OrdersSettings settings, RunOptions options, Progress progress) {
        BigDecimal asked = options.maxDeleteRatio();
        return new MergeOrders(jdbi, plan, asked == null ? settings.maxDeleteRatio() : asked, progress);
    }
}
