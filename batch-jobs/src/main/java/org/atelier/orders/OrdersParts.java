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
import org.atelier.orders.stage.KeepReading;
import org.atelier.orders.stage.LastReading;
import org.atelier.orders.stage.MakeRows;
import org.atelier.orders.stage.OrderPlan;
import org.atelier.orders.stage.OrderRules;
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
import org.springframework.transaction.PlatformTransactionManager;

/** The parts that {@link OrdersJob} is put together from. */
@Configuration(proxyBeanMethods = false)
class OrdersParts {

    @Bean
    OrderSelection orderSelection(OrdersSettings settings) {
        return new OrderSelection(settings.selection());
    }

    @Bean
    OrderPlan orderPlan(Jdbi jdbi) {
        return new OrderPlan(jdbi);
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
                Files.createDirectories(settings.spill()),
                !settings.readAllAfter().isZero());
    }

    @Bean
    LastReading lastReading(
            Jdbi jdbi, OrdersSettings settings, RejectLimits limits, ErasureList erasures, Clock clock) {
        OrderRules rules = new OrderRules(
                settings.requireSource(), settings.selection(), settings.tables(), settings.protection(), limits);
        return new LastReading(jdbi, rules, erasures, clock, settings.readAllAfter());
    }

    @Bean
    ErasureList erasureList() {
        return new ErasureList();
    }

    @Bean
    EmptyStaging emptyStaging(Jdbi jdbi, OrderPlan plan, ErpOrders orders, ErasureList erasures, LastReading last) {
        return new EmptyStaging(jdbi, plan, orders, erasures, last);
    }

    @Bean
    MakeRows makeRows(
            OrdersSettings settings,
            OrderSelection selection,
            ErasureList erasures,
            RejectGuard guard,
            Progress progress) {
        OrderRows rows = new OrderRows(selection, settings.protection(), settings.tables());
        return new MakeRows(rows, erasures, guard, progress);
    }

    @Bean
    RejectGuard rejectGuard(RejectLimits limits) {
        return new RejectGuard(limits, Orders.UNIT, () -> RejectGuard.Counted.NONE);
    }

    @Bean
    CopyToStaging copyToStaging(
            OrdersSettings settings, BulkCopy bulk, StagingTally tally, RejectGuard guard, Progress progress)
            throws IOException {
        StagingCopy copy = new StagingCopy(bulk, Files.createDirectories(settings.spill()));
        return new CopyToStaging(copy, tally, guard, progress);
    }

    @Bean
    SealStaging sealStaging(OrderPlan plan, StagingTally tally) {
        return new SealStaging(plan, tally);
    }

    @Bean
    MergeOrders mergeOrders(Jdbi jdbi, OrderPlan plan, OrdersSettings settings, RunOptions options, Progress progress) {
        BigDecimal asked = options.maxDeleteRatio();
        return new MergeOrders(jdbi, plan, asked == null ? settings.maxDeleteRatio() : asked, progress);
    }

    @Bean
    KeepReading keepReading(PlatformTransactionManager transactions, LastReading last, ErpOrders orders) {
        return new KeepReading(transactions, last, orders);
    }

    @Bean
    OrderFigures orderFigures(OrderPlan plan) {
        return new OrderFigures(plan);
    }
}
