package org.atelier.launcher.config;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atelier.settings.Secret;
import org.atelier.transfer.HostName;

/** Every setting there is, in the order of the reference page. What is not here is refused. */
public final class Catalogue {

    static final Setting<Path> DATA_DIR = Setting.of(
            "atelier.data-dir",
            SettingTypes.PATH,
            "~/.atelier",
            "/var/lib/atelier",
            "Where Atelier keeps its own files: landing area, embedded database, logs of runs.");
    static final Setting<ZoneId> TIME_ZONE = Setting.of(
            "atelier.time-zone",
            SettingTypes.ZONE,
            "Europe/Paris",
            "Europe/Brussels",
            "The plant's time zone: machines write its local time, and tables show it.");

    static final Setting<Trigger> TRIGGER = Setting.of(
            "atelier.trigger",
            SettingTypes.choice(Trigger.class),
            "kubernetes there, else manual",
            "cron",
            "What starts the program, for the history of runs; a schedule sets it as `ATELIER_TRIGGER`.");

    static final Setting<String> DATABASE_URL = Setting.of(
            "atelier.database.url",
            SettingTypes.JDBC_URL,
            "an embedded PostgreSQL in the data directory",
            "jdbc:postgresql://db.example.org:5432/atelier",
            "The PostgreSQL database; with parameters of the JDBC driver where needed, such as `?sslmode=verify-full`.");
    static final Setting<String> DATABASE_HOST = Setting.of(
                    "atelier.database.host",
                    SettingTypes.HOST,
                    "none",
                    "db.example.org",
                    "The database's host, instead of a URL.")
            .alsoNamed("POSTGRES_HOST", "DB_HOST");
    static final Setting<Integer> DATABASE_PORT = Setting.of(
                    "atelier.database.port",
                    SettingTypes.number(1, 65_535),
                    "5432",
                    "5433",
                    "The database's port; only beside `atelier.database.host`.")
            .alsoNamed("POSTGRES_PORT");
    static final Setting<String> DATABASE_NAME = Setting.of(
                    "atelier.database.name",
                    SettingTypes.TEXT,
                    "atelier",
                    "workshop",
                    "The database's name; only beside `atelier.database.host`.")
            .alsoNamed("POSTGRES_DB", "DB_NAME");
    static final Setting<String> DATABASE_USERNAME = Setting.of(
                    "atelier.database.username",
                    SettingTypes.TEXT,
                    "atelier",
                    "atelier_batch",
                    "Who logs in to the database.")
            .alsoNamed("POSTGRES_USER", "DB_USER");
    static final Setting<Secret> DATABASE_PASSWORD = Setting.of(
                    "atelier.database.password",
                    SettingTypes.SECRET,
                    "empty",
                    "change-me",
                    "The password of that login.")
            .asSecret()
            .alsoNamed("POSTGRES_PASSWORD", "DB_PASS");
    static final Setting<String> DATABASE_LOCK_URL = Setting.of(
            "atelier.database.lock-url",
            SettingTypes.JDBC_URL,
            "the database's URL",
            "jdbc:postgresql://db.example.org:5432/atelier",
            "The same database for the connection that holds a run's lock, past a pooler that does not keep sessions"
                    + " (PgBouncer's transaction mode).");
    static final Setting<Duration> DATABASE_PATIENCE = Setting.of(
            "atelier.database.patience",
            SettingTypes.PATIENCE,
            "30s",
            "2m",
            "How long a run pauses in all for a database that is gone, at its start or amid its work, before it ends with"
                    + " exit code 7.");
    static final Setting<Migrate> DATABASE_MIGRATE = Setting.of(
            "atelier.database.migrate",
            SettingTypes.choice(Migrate.class),
            "manual",
            "auto",
            "Whether an older schema is updated by the first command that needs it (`auto`) or by `atelier db update`"
                    + " alone (`manual`).");

    static final Setting<Duration> SOURCES_PATIENCE = Setting.of(
            "atelier.sources.patience",
            SettingTypes.PATIENCE,
            "15s",
            "5m",
            "How long a run pauses in all for a file server or an ERP that cannot be reached, before it ends with exit"
                    + " code 7.");

    static final Setting<List<String>> LOGS_SOURCE = Setting.of(
                    "atelier.machine-logs.source",
                    SettingTypes.URLS,
                    "none",
                    "ftp://atelier@ftp.example.org:21/logs",
                    "Where the machines' log files are: `ftp://`, `ftps://`, `sftp://` or `file:///`, one or several.")
            .alsoNamed(List.of(new PlainName(
                    "FTP_HOST", host -> host.contains("://") ? host : "ftp://" + HostName.inUrl(host.strip()) + "/")));
    static final Setting<String> LOGS_USERNAME = Setting.of(
                    "atelier.machine-logs.username",
                    SettingTypes.TEXT,
                    "the URL's, else anonymous",
                    "atelier",
                    "Who logs in there, for sources whose URL names nobody.")
            .alsoNamed("FTP_USER");
    static final Setting<Secret> LOGS_PASSWORD = Setting.of(
                    "atelier.machine-logs.password",
                    SettingTypes.SECRET,
                    "none",
                    "change-me",
                    "The password of that login, for every source whose URL has none.")
            .asSecret()
            .alsoNamed("FTP_PASS");
    static final Setting<Path> LOGS_PRIVATE_KEY = Setting.of(
            "atelier.machine-logs.private-key",
            SettingTypes.PATH,
            "none",
            "/etc/atelier/id_ed25519",
            "The private key for `sftp://`, instead of a password.");
    static final Setting<Path> LOGS_KNOWN_HOSTS = Setting.of(
            "atelier.machine-logs.known-hosts",
            SettingTypes.PATH,
            "~/.ssh/known_hosts",
            "/etc/atelier/known_hosts",
            "The host keys that `sftp://` trusts.");
    static final Setting<Path> LOGS_CERTIFICATES = Setting.of(
            "atelier.machine-logs.trusted-certificates",
            SettingTypes.PATH,
            "what Java trusts",
            "/etc/atelier/plant-ca.pem",
            "The certificates (PEM) that `ftps://` trusts.");
    static final Setting<Map<String, String>> LOGS_CENTRES = Setting.of(
            "atelier.machine-logs.centres",
            SettingTypes.TEXTS_BY_NAME,
            "DEM12=PVC, DEMALU=ALU, SU12=HYBRIDE",
            "{SU15: PVC}",
            "Types of centres whose directory is named by the code alone; added to the ones out of the box.");
    static final Setting<List<String>> LOGS_EXCLUDED = Setting.of(
            "atelier.machine-logs.excluded-directories",
            SettingTypes.NAMES,
            "none",
            "[TEST (PVC)]",
            "Directories of a source that are no centre though their name looks like one.");
    static final Setting<LocalTime> LOGS_DAY_START = Setting.of(
            "atelier.machine-logs.day-start",
            SettingTypes.TIME,
            "00:00",
            "05:00",
            "When a production day begins, local time; a night shift belongs to the day it began. After a change the next"
                    + " run builds all days anew.");
    static final Setting<Map<String, LocalTime>> LOGS_DAY_STARTS = Setting.of(
            "atelier.machine-logs.centre-day-starts",
            SettingTypes.TIMES_BY_NAME,
            "none",
            "{DEM12: 05:00}",
            "The same by centre, for those that differ.");
    static final Setting<Duration> LOGS_SETTLE = Setting.of(
            "atelier.machine-logs.settle",
            SettingTypes.PATIENCE,
            "60s",
            "2m",
            "How long a file must look the same before its last line without an end counts.");
    static final Setting<AfterLoadChoice> LOGS_AFTER_LOAD = Setting.of(
            "atelier.machine-logs.after-load",
            SettingTypes.choice(AfterLoadChoice.class),
            "keep",
            "delete",
            "What becomes of a file of a past day on the server, once it is loaded, settled and still what was loaded:"
                    + " `keep`, `archive` (a rename) or `delete`. The landing area keeps its content.");
    static final Setting<String> LOGS_ARCHIVE = Setting.of(
            "atelier.machine-logs.archive-directory",
            SettingTypes.TEXT,
            "none",
            "archive",
            "Where `archive` moves files to on the server: relative to the source's root, or absolute with a leading"
                    + " slash; outside of the centres' directories. Nothing there is ever overwritten.");
    static final Setting<Integer> LOGS_WORKERS = Setting.of(
            "atelier.machine-logs.workers",
            SettingTypes.number(1, 16),
            "one a processor, at most 16",
            "3",
            "How many centre-days are worked on at once; results do not depend on it.");
    static final Setting<Path> LOGS_LANDING = Setting.of(
            "atelier.machine-logs.landing",
            SettingTypes.PATH,
            "`landing` in the data directory",
            "/mnt/shared/landing",
            "The landing area, the archive of every file version; on several machines a shared volume.");
    static final Setting<Duration> LOGS_CONNECT_TIMEOUT = Setting.of(
            "atelier.machine-logs.connect-timeout",
            SettingTypes.TRANSFER_TIMEOUT,
            "15s",
            "30s",
            "How long a connection to a source may take to come about.");
    static final Setting<Duration> LOGS_DATA_TIMEOUT = Setting.of(
            "atelier.machine-logs.data-timeout",
            SettingTypes.TRANSFER_TIMEOUT,
            "60s",
            "2m",
            "How long a transfer may stand still.");
    static final Setting<Boolean> LOGS_PASSIVE = Setting.of(
            "atelier.machine-logs.passive",
            SettingTypes.SWITCH,
            "true",
            "false",
            "Whether FTP data connections are opened by this side (passive mode).");

    static final Setting<Charset> LOGS_NAMES = Setting.of(
            "atelier.machine-logs.names",
            SettingTypes.CHARSET,
            "UTF-8",
            "windows-1252",
            "The charset of the names on the sources, of whatever kind; on FTP also that of user and password.");

    private static final List<Setting<?>> GENERAL_AND_LOGS = List.of(
            DATA_DIR,
            TIME_ZONE,
            TRIGGER,
            DATABASE_URL,
            DATABASE_HOST,
            DATABASE_PORT,
            DATABASE_NAME,
            DATABASE_USERNAME,
            DATABASE_PASSWORD,
            DATABASE_LOCK_URL,
            DATABASE_PATIENCE,
            DATABASE_MIGRATE,
            SOURCES_PATIENCE,
            LOGS_SOURCE,
            LOGS_USERNAME,
            LOGS_PASSWORD,
            LOGS_PRIVATE_KEY,
            LOGS_KNOWN_HOSTS,
            LOGS_CERTIFICATES,
            LOGS_CENTRES,
            LOGS_EXCLUDED,
            LOGS_DAY_START,
            LOGS_DAY_STARTS,
            LOGS_SETTLE,
            LOGS_AFTER_LOAD,
            LOGS_ARCHIVE,
            LOGS_WORKERS,
            LOGS_LANDING,
            LOGS_CONNECT_TIMEOUT,
            LOGS_DATA_TIMEOUT,
            LOGS_PASSIVE,
            LOGS_NAMES);

    private static final List<Setting<?>> ALL = Stream.of(
                    GENERAL_AND_LOGS,
                    GateCatalogue.ALL,
                    OrdersCatalogue.ALL,
                    ObserveCatalogue.ALL,
                    RetentionCatalogue.ALL)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableList());

    private Catalogue() {}

    /** All settings, in the order of the reference page. */
    public static List<Setting<?>> all() {
        return ALL;
    }

    static Optional<Setting<?>> byKey(String key) {
        return ALL.stream().filter(setting -> setting.key().equals(key)).findFirst();
    }
}
