package org.atelier.measurements;

import com.google.auto.service.AutoService;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.atelier.measurements.influx.InfluxSettings;
import org.atelier.measurements.point.ReadingRules;
import org.atelier.settings.PlainName;
import org.atelier.settings.Secret;
import org.atelier.settings.Setting;
import org.atelier.settings.SettingGroup;
import org.atelier.settings.SettingTypes;
import org.atelier.settings.Values;
import org.atelier.settings.WorkerCount;
import org.atelier.transfer.SourceKeys;

/** The settings of the job measurements, in the order of the reference page. */
@AutoService(SettingGroup.class)
public final class MeasurementsKeys extends SettingGroup {

    static final Setting<Path> DATA_FOLDER = Setting.of(
            "atelier.measurements.data-folder",
            SettingTypes.PATH,
            "none",
            "/srv/sftpgo/data",
            "SFTPGo's data folder on this machine, in which the boxes' files are, as"
                    + " `company/campaign/device/file.tsv`. The source where no other is set.");

    static final Setting<List<String>> SOURCE = Setting.of(
            "atelier.measurements.source",
            SourceKeys.URLS,
            "the data folder",
            "sftp://atelier@sftp.example.org:2022/data",
            "Where the boxes' files are when it is not the data folder: `ftp://`, `ftps://`, `sftp://` or `file:///`, one"
                    + " or several.");

    static final Setting<String> USERNAME = Setting.of(
            "atelier.measurements.username",
            SettingTypes.TEXT,
            "the URL's, else anonymous",
            "atelier",
            "Who logs in there, for sources whose URL names nobody.");

    static final Setting<Secret> PASSWORD = Setting.of(
                    "atelier.measurements.password",
                    SettingTypes.SECRET,
                    "none",
                    "change-me",
                    "The password of that login, for every source whose URL has none.")
            .asSecret();

    static final SourceKeys SOURCES = SourceKeys.of("atelier.measurements", SOURCE, USERNAME, PASSWORD);

    static final Setting<ReadingRules.LastLine> LAST_LINE = Setting.of(
            "atelier.measurements.last-line",
            SettingTypes.choice(ReadingRules.LastLine.class),
            "strict",
            "lenient",
            "What becomes of a last line without a line feed, which an upload may have cut anywhere: `strict` drops and"
                    + " counts it (the box sends it again), `lenient` uses what is there.");

    static final Setting<ReadingRules.ZeroMarkers> ZERO_MARKERS = Setting.of(
            "atelier.measurements.zero-markers",
            SettingTypes.choice(ReadingRules.ZeroMarkers.class),
            "store",
            "skip",
            "What becomes of rows whose cells are all the bare `0`, which boxes write when they start: `store` keeps them"
                    + " as zeros, `skip` leaves them out of means and energies. They are counted in either case.");

    static final Setting<Map<String, ZoneId>> ZONE = Setting.of(
            "atelier.measurements.zone",
            new ZonesType(),
            "none",
            "{acme: Europe/Paris, acme/essai: UTC}",
            "In which zone files without a header block are written, by `company` or `company/campaign`, or one zone for"
                    + " all; without one their times are taken as UTC. Files with a header block are UTC always.");

    static final Setting<Duration> GRACE = Setting.of(
                    "atelier.measurements.grace",
                    SettingTypes.PATIENCE,
                    "10m",
                    "1h",
                    "How long a file that looks cut off is left for its upload to go on, since it was last modified.")
            .alsoNamed(List.of(new PlainName("TSV_INCOMPLETE_GRACE_S", seconds -> seconds.strip() + "s")));

    static final Setting<Path> REPORT_DIR = Setting.of(
                    "atelier.measurements.report-dir",
                    SettingTypes.PATH,
                    "`logs/reports` beside the data folder, else `reports` in the data directory",
                    "/srv/sftpgo/logs/reports",
                    "Where every run that took files leaves its report, a JSON file.")
            .alsoNamed("TSV_REPORT_DIR");

    static final Setting<Integer> WORKERS = Setting.of(
            "atelier.measurements.workers",
            WorkerCount.TYPE,
            WorkerCount.USUAL,
            "3",
            "How many files are fetched and read at once; results do not depend on it.");

    static final Setting<Path> LANDING = Setting.of(
            "atelier.measurements.landing",
            SettingTypes.PATH,
            "`landing-measurements` in the data directory",
            "/mnt/shared/measurements",
            "The landing area, the archive of every file version; on several machines a shared volume.");

    static final Setting<List<String>> SINK = Setting.of(
            "atelier.measurements.sink",
            SettingTypes.list("postgresql, influxdb or both", String::strip, 1),
            "postgresql",
            "postgresql,influxdb",
            "Where points go: `postgresql`, `influxdb`, or both. With both a file is loaded when both have it.");

    static final Setting<URI> INFLUX_URL = Setting.of(
                    "atelier.measurements.influx.url",
                    SettingTypes.HTTP_URL,
                    "none",
                    "http://localhost:8086",
                    "The InfluxDB, as seen from here; needed where points go there.")
            .alsoNamed(List.of(new PlainName("INFLUXDB_HOST", url -> url), PlainName.yielding("INFLUXDB_URL")));

    static final Setting<Secret> INFLUX_TOKEN = Setting.of(
                    "atelier.measurements.influx.token",
                    SettingTypes.SECRET,
                    "none",
                    "change-me",
                    "A token that may look buckets (databases) up, make them and write; needed for InfluxDB 2.")
            .asSecret()
            .alsoNamed("INFLUXDB_ADMIN_TOKEN");

    static final Setting<String> INFLUX_ORG = Setting.of(
                    "atelier.measurements.influx.org",
                    SettingTypes.TEXT,
                    "none",
                    "powerview",
                    "The organisation that owns the buckets; needed for InfluxDB 2.")
            .alsoNamed("INFLUXDB_ORG");

    static final Setting<InfluxSettings.Dialect> INFLUX_DIALECT = Setting.of(
            "atelier.measurements.influx.dialect",
            SettingTypes.choice(InfluxSettings.Dialect.class),
            "auto",
            "line-protocol",
            "What the server speaks: `auto` asks it, `influxdb2` looks buckets up and makes them, `influxdb3`"
                    + " databases and tables, `line-protocol` writes to `/api/v2/write` alone (VictoriaMetrics,"
                    + " QuestDB, Telegraf).");

    static final Setting<String> INFLUX_META = Setting.of(
                    "atelier.measurements.influx.meta-bucket",
                    SettingTypes.TEXT,
                    "powerview_meta",
                    "atelier_meta",
                    "The bucket that takes a point a run, one a file, and a heartbeat.")
            .alsoNamed("TSV_META_BUCKET");

    static final Setting<URI> CATALOGUE_URL = Setting.of(
                    "atelier.measurements.catalogue.url",
                    SettingTypes.HTTP_URL,
                    "none",
                    "http://localhost:8000",
                    "A service that is told the channels of each company after a run: `POST"
                            + " URL/buckets/COMPANY/channels`.")
            .alsoNamed("CONFIG_API_URL");

    static final Setting<Secret> CATALOGUE_TOKEN = Setting.of(
                    "atelier.measurements.catalogue.token",
                    SettingTypes.SECRET,
                    "none",
                    "change-me",
                    "A bearer token for that service.")
            .asSecret();

    /** Found by the service loader. */
    public MeasurementsKeys() {
        super(
                Measurements.NAME,
                Part.JOB,
                List.of(
                        DATA_FOLDER,
                        SOURCE,
                        USERNAME,
                        PASSWORD,
                        SOURCES.privateKey(),
                        SOURCES.knownHosts(),
                        SOURCES.certificates(),
                        LAST_LINE,
                        ZERO_MARKERS,
                        ZONE,
                        GRACE,
                        REPORT_DIR,
                        WORKERS,
                        LANDING,
                        SINK,
                        INFLUX_URL,
                        INFLUX_TOKEN,
                        INFLUX_ORG,
                        INFLUX_DIALECT,
                        INFLUX_META,
                        CATALOGUE_URL,
                        CATALOGUE_TOKEN,
                        SOURCES.connectTimeout(),
                        SOURCES.dataTimeout(),
                        SOURCES.passive(),
                        SOURCES.names()));
    }

    @Override
    protected Object read(Values values, Path dataDir, ZoneId zone) {
        return MeasurementsReader.read(values, dataDir);
    }
}
