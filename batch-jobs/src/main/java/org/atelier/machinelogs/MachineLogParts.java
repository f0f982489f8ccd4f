package org.atelier.machinelogs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.atelier.files.DirectoryReports;
import org.atelier.files.FetchFile;
import org.atelier.files.RecordFetched;
import org.atelier.files.RejectStore;
import org.atelier.files.afterload.AfterLoad;
import org.atelier.files.afterload.CleanUpFiles;
import org.atelier.files.afterload.CleanupPlan;
import org.atelier.files.afterload.RecordCleanup;
import org.atelier.machinelogs.afterload.PlanCleanup;
import org.atelier.machinelogs.centre.CentreDirectories;
import org.atelier.machinelogs.event.EventDecoders;
import org.atelier.machinelogs.fetch.FileScanner;
import org.atelier.machinelogs.fetch.ReadLogFile;
import org.atelier.machinelogs.fetch.ScannedRejects;
import org.atelier.machinelogs.find.FindLogFiles;
import org.atelier.machinelogs.find.LogFileFinder;
import org.atelier.machinelogs.find.NoteFound;
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
import org.atelier.machinelogs.load.BalanceRun;
import org.atelier.machinelogs.load.BuildDay;
import org.atelier.machinelogs.load.DayReader;
import org.atelier.machinelogs.load.MarkLoaded;
import org.atelier.machinelogs.load.ParseSummary;
import org.atelier.machinelogs.load.ReadRejects;
import org.atelier.machinelogs.load.RefusedDay;
import org.atelier.machinelogs.load.RunFigures;
import org.atelier.machinelogs.load.SessionStore;
import org.atelier.machinelogs.load.WriteDay;
import org.atelier.machinelogs.plan.DayRules;
import org.atelier.machinelogs.plan.PlanDays;
import org.atelier.machinelogs.plan.Readings;
import org.atelier.machinelogs.plan.ReassignDays;
import org.atelier.machinelogs.plan.Rescan;
import org.atelier.reject.RejectGuard;
import org.atelier.reject.RejectLimits;
import org.atelier.run.Progress;
import org.atelier.run.step.RunContext;
import org.atelier.run.step.StepTransactions;
import org.atelier.transfer.LandingArea;
import org.atelier.transfer.RemoteConnections;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The parts that {@link MachineLogJob} is put together from; here are those that are told a setting. */
@Configuration(proxyBeanMethods = false)
@Import({
    BalanceRun.class,
    BuildDay.class,
    CentreCodes.class,
    DayPlan.class,
    DayReader.class,
    DayRules.class,
    DayStarts.class,
    DirectoryReports.class,
    FileScanner.class,
    FileVerdicts.class,
    FindLogFiles.class,
    JudgeFile.class,
    LogFileFinder.class,
    LogLedger.class,
    LogPlan.class,
    MarkLoaded.class,
    NoteFound.class,
    RecordCleanup.class,
    ParseSummary.class,
    PlanOrder.class,
    PlanCleanup.class,
    ReadLogFile.class,
    ReadRejects.class,
    Readings.class,
    RefusedDay.class,
    RejectStore.class,
    RemoteConnections.class,
    Rescan.class,
    RunFigures.class,
    ScannedRejects.class,
    SessionStore.class,
    ReassignDays.class,
    WriteDay.class,
    PlanDays.class,
    PlanDays.Needs.class
})
class MachineLogParts {

    @Bean
    ZoneId plantZone(MachineLogSettings settings) {
        return settings.timeZone();
    }

    @Bean
    AfterLoad afterLoad(MachineLogSettings settings) {
        return settings.afterLoad();
    }

    @Bean
    CentreDirectories centreDirectories(MachineLogSettings settings) {
        return new CentreDirectories(settings.centres(), settings.excludedDirectories());
    }

    @Bean
    EventDecoders eventDecoders() {
        return EventDecoders.load();
    }

    @Bean
    LandingArea landingArea(MachineLogSettings settings) {
        return new LandingArea(settings.landing());
    }

    /** Where rows go that do not fit into memory: on the landing area's disk, not in a small {@code /tmp}. */
    @Bean
    Path spillDirectory(MachineLogSettings settings) throws IOException {
        return Files.createDirectories(settings.landing().resolve("incoming"));
    }

    @Bean
    RejectGuard rejectGuard(RejectLimits limits, LogPlan plan) {
        return new RejectGuard(
                limits, MachineLogs.UNIT, () -> plan.read(RunContext.current().instance()));
    }

    @Bean
    FetchFile<LogVersion> fetchFile(
            MachineLogSettings settings,
            RemoteConnections connections,
            LandingArea landing,
            LogLedger ledger,
            ReadLogFile reading,
            Progress progress,
            Clock clock) {
        return new FetchFile<>(settings.sources(), connections, landing, ledger, reading, progress, clock);
    }

    @Bean
    RecordFetched<LogVersion> recordFetched(LogPlan plan, LogLedger ledger, StepTransactions parts) {
        return new RecordFetched<>(plan, ledger, parts);
    }

    @Bean
    CleanupPlan cleanupPlan(Jdbi jdbi) {
        return new CleanupPlan(jdbi, new LogFiles());
    }

    @Bean
    CleanUpFiles cleanUpFiles(
            MachineLogSettings settings, RemoteConnections connections, LandingArea landing, Progress progress) {
        return new CleanUpFiles(settings.sources(), settings.afterLoad(), connections, landing, progress);
    }
}
