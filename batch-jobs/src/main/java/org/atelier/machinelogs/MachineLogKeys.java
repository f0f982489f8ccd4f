package org.atelier.machinelogs;

import com.google.auto.service.AutoService;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.atelier.machinelogs.gate.GateLimits;
import org.atelier.settings.HostName;
import org.atelier.settings.PlainName;
import org.atelier.settings.Ratios;
import org.atelier.settings.Secret;
import org.atelier.settings.Setting;
import org.atelier.settings.SettingGroup;
import org.atelier.settings.SettingType;
import org.atelier.settings.SettingTypes;
import org.atelier.settings.Values;
import org.atelier.settings.WorkerCount;
import org.atelier.transfer.SourceKeys;

/** The settings of the job machine-logs, in the order of the reference page. */
@AutoService(SettingGroup.class)
public final class MachineLogKeys extends SettingGroup {

    private static final SettingType<Map<String, String>> TEXTS_BY_NAME =
            SettingTypes.byName("names with values, such as DEM12=PVC,SU12=HYBRIDE", SettingTypes::toText);

    private static final SettingType<Map<String, LocalTime>> TIMES_BY_NAME =
            SettingTypes.byName("names with times of day, such as DEM12=05:00", SettingTypes::toTime);

    static final Setting<List<String>> SOURCE = Setting.of(
                    "atelier.machine-logs.source",
                    SourceKeys.URLS,
                    "none",
                    "ftp://atelier@ftp.example.org:21/logs",
                    "Where the machines' log files are: `ftp://`, `ftps://`, `sftp://` or `file:///`, one or several.")
            .alsoNamed(List.of(new PlainName(
                    "FTP_HOST", host -> host.contains("://") ? host : "ftp://" + HostName.inUrl(host.strip()) + "/")));

    static final Setting<String> USERNAME = Setting.of(
                    "atelier.machine-logs.username",
                    SettingTypes.TEXT,
                    "the URL's, else anonymous",
                    "atelier",
                    "Who logs in there, for sources whose URL names nobody.")
            .alsoNamed("FTP_USER");

    static final Setting<Secret> PASSWORD = Setting.of(
                    "atelier.machine-logs.password",
                    SettingTypes.SECRET,
                    "none",
                    "change-me",
                    "The password of that login, for every source whose URL has none.")
            .asSecret()
            .alsoNamed("FTP_PASS");

    static final SourceKeys SOURCES = SourceKeys.of("atelier.machine-logs", SOURCE, USERNAME, PASSWORD);

    static final Setting<Map<String, String>> CENTRES = Setting.of(
            "atelier.machine-logs.centres",
            TEXTS_BY_NAME,
            "DEM12=PVC, DEMALU=ALU, SU12=HYBRIDE",
            "{SU15: PVC}",
            "Types of centres whose directory is named by the code alone; added to the ones out of the box.");

    static final Setting<List<String>> EXCLUDED = Setting.of(
            "atelier.machine-logs.excluded-directories",
            SettingTypes.NAMES,
            "none",
            "[TEST (PVC)]",
            "Directories of a source that are no centre though their name looks like one.");

    static final Setting<LocalTime> DAY_START = Setting.of(
            "atelier.machine-logs.day-start",
            SettingTypes.TIME,
            "00:00",
            "05:00",
            "When a production day begins, local time; a night shift belongs to the day it began. After a change the next"
                    + " run builds all days anew.");

    static final Setting<Map<String, LocalTime>> DAY_STARTS = Setting.of(
            "atelier.machine-logs.centre-day-starts",
            TIMES_BY_NAME,
            "none",
            "{DEM12: 05:00}",
            "The same by centre, for those that differ.");

    static final Setting<Duration> SETTLE = Setting.of(
            "atelier.machine-logs.settle",
            SettingTypes.PATIENCE,
            "60s",
            "2m",
            "How long a file must look the same before its last line without an end counts.");

    static final Setting<AfterLoadChoice> AFTER_LOAD = Setting.of(
            "atelier.machine-logs.after-load",
            SettingTypes.choice(AfterLoadChoice.class),
            "keep",
            "delete",
            "What becomes of a file of a past day on the server, once it is loaded, settled and still what was loaded:"
                    + " `keep`, `archive` (a rename) or `delete`. The landing area keeps its content.");

    static final Setting<String> ARCHIVE = Setting.of(
            "atelier.machine-logs.archive-directory",
            SettingTypes.TEXT,
            "none",
            "archive",
            "Where `archive` moves files to on the server: relative to the source's root, or absolute with a leading"
                    + " slash; outside of the centres' directories. Nothing there is ever overwritten.");

    static final Setting<Integer> WORKERS = Setting.of(
            "atelier.machine-logs.workers",
            WorkerCount.TYPE,
            WorkerCount.USUAL,
            "3",
            "How many centre-days are worked on at once; results do not depend on it.");

    static final Setting<Path> LANDING = Setting.of(
            "atelier.machine-logs.landing",
            SettingTypes.PATH,
            "`landing` in the data directory",
            "/mnt/shared/landing",
            "The landing area, the archive of every file version; on several machines a shared volume.");

    static final Setting<BigDecimal> MAX_REJECT_RATIO = Setting.of(
            "atelier.machine-logs.gate.max-reject-ratio",
            SettingTypes.RATIO,
            Ratios.text(GateLimits.USUAL.maxRejectRatio()),
            "10%",
            "The largest share of rejects among the lines of a file, blank ones not counted, from 100 lines on. With more"
                    + " than that the file is loaded, but the run ends with exit code 8 and names it; `100%`: never.");

    static final Setting<BigDecimal> MAX_OUTSIDE_DAY_RATIO = Setting.of(
            "atelier.machine-logs.gate.max-outside-day-ratio",
            SettingTypes.RATIO,
            Ratios.text(GateLimits.USUAL.maxOutsideDayRatio()),
            "20%",
            "The same for events of another production day than the `YYYYMMDD` in the file's name, the one before and the"
                    + " one after it; a name without such a day, or with two, is exempt.");

    static final Setting<Duration> MAX_AGE = Setting.of(
            "atelier.notify.max-age",
            SettingTypes.AGE,
            "7d",
            "14d",
            "How old the last session of a machining centre may be until `check freshness` calls the centre unknown, though"
                    + " no day is missing on which it usually works, and people are told. Counts from the next run of"
                    + " machine-logs on.");

    /** Found by the service loader. */
    public MachineLogKeys() {
        super(
                MachineLogs.NAME,
                Part.JOB,
                List.of(
                        SOURCE,
                        USERNAME,
                        PASSWORD,
                        SOURCES.privateKey(),
                        SOURCES.knownHosts(),
                        SOURCES.certificates(),
                        CENTRES,
                        EXCLUDED,
                        DAY_START,
                        DAY_STARTS,
                        SETTLE,
                        AFTER_LOAD,
                        ARCHIVE,
                        WORKERS,
                        LANDING,
                        SOURCES.connectTimeout(),
                        SOURCES.dataTimeout(),
                        SOURCES.passive(),
                        SOURCES.names(),
                        MAX_REJECT_RATIO,
                        MAX_OUTSIDE_DAY_RATIO,
                        MAX_AGE));
    }

    @Override
    protected Object read(Values values, Path dataDir, ZoneId zone) {
        return MachineLogReader.read(values, dataDir, zone);
    }
}
