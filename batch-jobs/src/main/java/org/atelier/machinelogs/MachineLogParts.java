package org.atelier.machinelogs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.atelier.bulk.BulkCopy;
import org.atelier.files.FetchFile;
import org.atelier.files.RecordFetched;
import org.atelier.files.RejectStore;
import org.atelier.files.afterload.NoteTidied;
import org.atelier.files.afterload.TidyFiles;
import org.atelier.files.afterload.TidyPlan;
import org.atelier.machinelogs.afterload.PlanTidying;
import org.atelier.machinelogs.centre.CentreDirectories;
import org.atelier.machinelogs.event.EventDecoders;
import org.atelier.machinelogs.fetch.FileScanner;
import org.atelier.machinelogs.fetch.ReadLogFile;
import org.atelier.machinelogs.fetch.ScannedRejects;
import org.atelier.machinelogs.find.DirectoryReports;
import org.atelier.machinelogs.find.FindLogFiles;
import org.atelier.machinelogs.find.LogFileFinder;
import org.atelier.machinelogs.gate.JudgeFile;
import org.atelier.machinelogs.ledger.CentreCodes;
import org.atelier.machinelogs.ledger.DayPlan;
import org.atelier.machinelogs.ledger.DayStarts;
import org.atelier.machinelogs.ledger.FileVerdicts;
import org.atelier.machinelogs.ledger.LogFiles;
import org.atelier.machinelogs.ledger.LogLedger;
import org.atelier.machinelogs.ledger.LogPlan;
import org.atelier.machinelogs.ledger.LogVersion;
import org.atelier.machinelogs.ledger.PlanOrder;
import org.atelier.machinelogs.ledger.PlannedDay;
import org.atelier.machinelogs.load.BalanceRun;
import org.atelier.machinelogs.load.BuildDay;
import org.atelier.machinelogs.load.MarkLoaded;
import org.atelier.machinelogs.load.ParseSummary;
import org.atelier.machinelogs.load.ReadRejects;
import org.atelier.machinelogs.load.RunFigures;
import org.atelier.machinelogs.load.WriteDay;
import org.atelier.machinelogs.plan.DayRules;
import org.atelier.machinelogs.plan.PlanDays;
import org.atelier.machinelogs.plan.Rescan;
import org.atelier.machinelogs.plan.TellDaysAnew;
import org.atelier.reject.RejectGuard;
import org.atelier.reject.RejectLimits;
import org.atelier.run.Progress;
import org.atelier.run.RunOptions;
import org.atelier.run.step.RunContext;
import org.atelier.run.step.StepTransactions;
import org.atelier.run.step.WorkQueue;
import org.atelier.transfer.LandingArea;
import org.atelier.transfer.RemoteConnections;
import org.atelier.transfer.RemoteRetry;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts that {@link MachineLogJob} is put together from. */
@Configuration(proxyBeanMethods = false)
class MachineLogParts {

    @Bean
    LogLedger fileLedger(Jdbi jdbi) {
        return new LogLedger(jdbi);
    }

    @Bean
    LogPlan filePlan(Jdbi jdbi) {
        return new LogPlan(jdbi);
    }

    @Bean
    DayPlan dayPlan(Jdbi jdbi) {
        return new DayPlan(jdbi);
    }

    @Bean
    PlanOrder planOrder(Jdbi jdbi) {
        return new PlanOrder(jdbi);
    }

    @Bean
    CentreCodes centreCodes(Jdbi jdbi) {
        return new CentreCodes(jdbi);
    }

    @Bean
    EventDecoders eventDecoders() {
        return EventDecoders.load();
    }

    @Bean
    LandingArea landingArea(MachineLogSettings settings) {
        return new LandingArea(settings.landing());
    }

    @Bean
    SpillDirectory spillDirectory(MachineLogSettings settings) throws IOException {
        return new SpillDirectory(Files.createDirectories(settings.landing().resolve("incoming")));
    }

    @Bean
    RejectGuard rejectGuard(RejectLimits limits, LogPlan plan) {
        return new RejectGuard(
                limits, MachineLogs.UNIT, () -> plan.read(RunContext.current().instance()));
    }

    @Bean
    RemoteConnections remoteConnections() {
        return new RemoteConnections();
    }

    @Bean
    ScannedRejects scannedRejects() {
        return new ScannedRejects();
    }

    @Bean
    FileScanner fileScanner(EventDecoders decoders) {
        return new FileScanner(decoders);
    }

    @Bean
    FindLogFiles findLogFiles(
            MachineLogSettings settings,
            RemoteRetry retry,
            LogLedger ledger,
            LogPlan plan,
            Jdbi jdbi,
            RunOptions options,
            Progress progress,
            StepTransactions parts,
            Clock clock) {
        LogFileFinder finder =
                new LogFileFinder(new CentreDirectories(settings.centres(), settings.excludedDirectories()), retry);
        DirectoryReports reports = new DirectoryReports(jdbi);
        return new FindLogFiles(finder, settings, ledger, plan, reports, options, progress, parts, clock);
    }

    @Bean
    FetchFile<LogVersion> fetchFile(
            MachineLogSettings settings,
            RemoteConnections connections,
            RemoteRetry retry,
            LandingArea landing,
            FileScanner scanner,
            ScannedRejects rejects,
            LogLedger ledger,
            CentreCodes codes,
            Progress progress,
            RejectGuard guard,
            Clock clock) {
        ReadLogFile reading = new ReadLogFile(settings, scanner, rejects, codes, progress, guard);
        return new FetchFile<>(settings.sources(), connections, retry, landing, ledger, reading, progress, clock);
    }

    @Bean
    RecordFetched<LogVersion> recordFetched(LogPlan plan, LogLedger ledger, StepTransactions parts) {
        return new RecordFetched<>(plan, ledger, parts);
    }

    @Bean
    JudgeFile judgeFile(MachineLogSettings settings, CentreCodes codes, Jdbi jdbi, Clock clock) {
        return new JudgeFile(settings, codes, new FileVerdicts(jdbi), clock);
    }

    @Bean
    PlanDays planDays(
            MachineLogSettings settings,
            LogLedger ledger,
            LogPlan files,
            DayPlan days,
            PlanOrder order,
            LandingArea landing,
            FileScanner scanner,
            CentreCodes codes,
            JudgeFile gate,
            Jdbi jdbi,
            RunOptions options,
            Progress progress,
            StepTransactions parts,
            Clock clock) {
        Rescan rescan = new Rescan(landing, scanner, settings, codes, clock);
        TellDaysAnew anew = new TellDaysAnew(landing, scanner, settings.timeZone());
        DayRules rules = new DayRules(settings, codes, new DayStarts(jdbi));
        return PlanDays.with(ledger, files, days, order, landing, rescan, anew, rules, gate, options, progress, parts);
    }

    @Bean
    BuildDay buildDay(
            MachineLogSettings settings,
            LandingArea landing,
            EventDecoders decoders,
            Jdbi jdbi,
            CentreCodes codes,
            Progress progress,
            SpillDirectory spill) {
        return BuildDay.with(settings, landing, decoders, jdbi, codes, progress, spill.path());
    }

    @Bean
    WriteDay writeDay(
            Jdbi jdbi,
            BulkCopy bulk,
            DayPlan plan,
            CentreCodes codes,
            StepTransactions parts,
            WorkQueue<PlannedDay> daysToBuild) {
        return WriteDay.with(jdbi, bulk, plan, codes, parts, daysToBuild);
    }

    @Bean
    RejectStore rejectStore(Jdbi jdbi, BulkCopy bulk, SpillDirectory spill) {
        return new RejectStore(jdbi, bulk, spill.path());
    }

    @Bean
    ReadRejects readRejects(
            MachineLogSettings settings,
            RejectStore rejects,
            ScannedRejects scanned,
            LandingArea landing,
            EventDecoders decoders) {
        return new ReadRejects(rejects, scanned, landing, decoders, settings.timeZone());
    }

    @Bean
    MarkLoaded markLoaded(
            LogLedger ledger,
            LogPlan files,
            DayPlan days,
            PlanOrder order,
            RejectStore rejects,
            JudgeFile gate,
            StepTransactions parts) {
        return new MarkLoaded(ledger, files, days, order, rejects, gate, parts);
    }

    @Bean
    TidyPlan tidyPlan(Jdbi jdbi) {
        return new TidyPlan(jdbi, new LogFiles());
    }

    @Bean
    PlanTidying planTidying(MachineLogSettings settings, Jdbi jdbi, TidyPlan plan, RunOptions options, Clock clock) {
        return new PlanTidying(settings, jdbi, plan, options, clock);
    }

    @Bean
    TidyFiles tidyFiles(
            MachineLogSettings settings,
            RemoteConnections connections,
            RemoteRetry retry,
            LandingArea landing,
            Progress progress) {
        return new TidyFiles(settings.sources(), settings.afterLoad(), connections, retry, landing, progress);
    }

    @Bean
    NoteTidied noteTidied(TidyPlan plan) {
        return new NoteTidied(plan);
    }

    @Bean
    ParseSummary parseSummary(Jdbi jdbi, LandingArea landing, EventDecoders decoders, MachineLogSettings settings) {
        return new ParseSummary(jdbi, landing, decoders, settings.timeZone());
    }

    @Bean
    RunFigures runFigures(
            Jdbi jdbi, LogPlan files, DayPlan days, TidyPlan tidied, RunOptions options, ParseSummary parsed) {
        return new RunFigures(jdbi, files, days, tidied, options, parsed);
    }

    @Bean
    BalanceRun balanceRun(RunFigures figures) {
        return new BalanceRun(figures);
    }

    /** Where rows go that do not fit into memory: on the landing area's disk, not in a small {@code /tmp}. */
    record SpillDirectory(Path path) {}
}
