package org.atelier.orders;

import com.google.auto.service.AutoService;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.atelier.orders.row.ColumnProtection;
import org.atelier.orders.row.TargetTable;
import org.atelier.orders.select.SelectionLists;
import org.atelier.settings.Secret;
import org.atelier.settings.Setting;
import org.atelier.settings.SettingGroup;
import org.atelier.settings.SettingType;
import org.atelier.settings.SettingTypes;
import org.atelier.settings.Values;
import org.atelier.settings.WorkerCount;

/** The settings of the job orders, in the order of the reference page. */
@AutoService(SettingGroup.class)
public final class OrdersKeys extends SettingGroup {

    private static final SettingType<List<String>> PATTERNS = SettingTypes.list("one text or a list", String::strip, 1);

    // Codes are cleaned of blanks around them before they are compared, so one in front could never fit.
    private static final SettingType<List<String>> CODES =
            SettingTypes.list("one beginning of a code or a list", String::stripLeading, 1);

    private static final SettingType<Map<String, ColumnProtection.Choice>> PROTECTION = SettingTypes.byName(
            "columns with keep, pseudonymise or drop, such as affaire=pseudonymise",
            text -> SettingTypes.toConstant(ColumnProtection.Choice.class, text));

    private static final SelectionLists USUAL = SelectionLists.USUAL;

    static final Setting<String> SOURCE = Setting.of(
            "atelier.orders.source",
            SettingTypes.TEXT,
            "none",
            "jdbc:mysql://erp.example.org:3306/erp",
            "The ERP's MySQL database: a `jdbc:mysql:` URL without a login, with parameters of Connector/J where needed,"
                    + " such as `?sslMode=VERIFY_IDENTITY`. The connection is compressed unless it says"
                    + " `useCompression=false`.");

    static final Setting<String> HOST = Setting.of(
                    "atelier.orders.host",
                    SettingTypes.HOST,
                    "none",
                    "erp.example.org",
                    "The ERP's host, instead of a URL.")
            .alsoNamed("MYSQL_HOST");

    static final Setting<Integer> PORT = Setting.of(
                    "atelier.orders.port",
                    SettingTypes.number(1, 65_535),
                    "3306",
                    "3307",
                    "The ERP's port; only beside `atelier.orders.host`.")
            .alsoNamed("MYSQL_PORT");

    static final Setting<String> DATABASE = Setting.of(
                    "atelier.orders.database",
                    SettingTypes.TEXT,
                    "none; needed beside a host",
                    "erp",
                    "The name of the ERP's database; only beside `atelier.orders.host`.")
            .alsoNamed("MYSQL_DB");

    static final Setting<String> USERNAME = Setting.of(
                    "atelier.orders.username",
                    SettingTypes.TEXT,
                    "atelier",
                    "atelier_reader",
                    "Who logs in to the ERP; SELECT on its tables is enough.")
            .alsoNamed("MYSQL_USER");

    static final Setting<Secret> PASSWORD = Setting.of(
                    "atelier.orders.password", SettingTypes.SECRET, "empty", "change-me", "The password of that login.")
            .asSecret()
            .alsoNamed("MYSQL_PASSWORD");

    static final Setting<List<String>> PROFILES = Setting.of(
            "atelier.orders.profiles",
            SettingTypes.NAMES,
            written(TargetTable.profiles()),
            "[volets]",
            "Which tables are kept: `volets-roulants` (commandes_volets_roulants), `volets` (commandes_volets).");

    static final Setting<List<String>> PLANNED_NOTES = Setting.of(
            "atelier.orders.planned-notes",
            PATTERNS,
            written(USUAL.plannedNotes()),
            "[cde Planifiée, commande lancée]",
            "An order is planned when a note of its log book contains one of these; upper and lower case, accents and"
                    + " double encoding do not count.");

    static final Setting<List<String>> ROLLER_SHUTTER_STATUSES = Setting.of(
            "atelier.orders.roller-shutter-statuses",
            PATTERNS,
            written(USUAL.rollerShutterStatuses()),
            "[Planifiee]",
            "The status of a roller shutter order contains one of these.");

    static final Setting<List<String>> ROLLER_SHUTTER_CODES = Setting.of(
            "atelier.orders.roller-shutter-codes",
            CODES,
            written(USUAL.rollerShutterCodes()),
            "[SOP, \"S P \"]",
            "An accessory code of a roller shutter order begins with one of these; a blank at the end counts, so quote"
                    + " it in YAML.");

    static final Setting<List<String>> SHUTTER_CODES = Setting.of(
            "atelier.orders.shutter-codes",
            CODES,
            written(USUAL.shutterCodes()),
            "[VR, \"S P \"]",
            "An accessory code of a shutter order begins with one of these; a blank at the end counts.");

    static final Setting<List<String>> STOCK_OPERATIONS = Setting.of(
            "atelier.orders.stock-operations",
            PATTERNS,
            written(USUAL.stockOperations()),
            "[VR, STK]",
            "An operation whose number contains one of these is one of stock.");

    static final Setting<Map<String, ColumnProtection.Choice>> COLUMNS = Setting.of(
            "atelier.orders.columns",
            PROTECTION,
            "every column is kept",
            "{affaire: pseudonymise}",
            "Columns of the tables whose values are not to be kept as they are: `keep`, `pseudonymise` (text columns;"
                    + " needs `atelier.secret-key`) or `drop`. Columns of a key, and `numero_commande`, are kept.");

    static final Setting<BigDecimal> MAX_DELETE_RATIO = Setting.of(
            "atelier.orders.max-delete-ratio",
            SettingTypes.RATIO,
            "20%",
            "30%",
            "The largest share of a table that a run may delete; more than that (and more than ten rows) and the run"
                    + " stops before it writes, exit code 8. For one run: `--max-delete-ratio`.");

    static final Setting<Integer> WORKERS = Setting.of(
            "atelier.orders.workers",
            WorkerCount.TYPE,
            WorkerCount.USUAL,
            "3",
            "How many batches of orders are worked on at once; results do not depend on it.");

    static final Setting<Duration> READ_ALL_AFTER = Setting.of(
            "atelier.orders.read-all-after",
            SettingTypes.AGE_OR_NONE,
            "24h",
            "12h",
            "A run that finds by fingerprints that nothing changed since the last one does not read the orders again."
                    + " Orders that were read longer ago than this are read all the same; `0s`: at every run.");

    static final Setting<Duration> CONNECT_TIMEOUT = Setting.of(
            "atelier.orders.connect-timeout",
            SettingTypes.POSITIVE_DURATION,
            "15s",
            "30s",
            "How long a connection to the ERP may take to come about.");

    static final Setting<Duration> DATA_TIMEOUT = Setting.of(
            "atelier.orders.data-timeout",
            SettingTypes.POSITIVE_DURATION,
            "5m",
            "10m",
            "How long the ERP may be silent while it works on a query.");

    /** As in YAML; a blank at the end of a text counts. */
    private static String written(List<String> texts) {
        return texts.stream()
                .map(text -> text.endsWith(" ") ? '"' + text + '"' : text)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** Found by the service loader. */
    public OrdersKeys() {
        super(
                Orders.NAME,
                Part.JOB,
                List.of(
                        SOURCE,
                        HOST,
                        PORT,
                        DATABASE,
                        USERNAME,
                        PASSWORD,
                        PROFILES,
                        PLANNED_NOTES,
                        ROLLER_SHUTTER_STATUSES,
                        ROLLER_SHUTTER_CODES,
                        SHUTTER_CODES,
                        STOCK_OPERATIONS,
                        COLUMNS,
                        MAX_DELETE_RATIO,
                        WORKERS,
                        READ_ALL_AFTER,
                        CONNECT_TIMEOUT,
                        DATA_TIMEOUT));
    }

    @Override
    protected Object read(Values values, Path dataDir, ZoneId zone) {
        return OrdersReader.read(values, dataDir);
    }
}
