package org.atelier.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.atelier.catalog.JobPreview;
import org.atelier.catalog.PreviewReport;
import org.atelier.fixtures.erp.Erp;
import org.atelier.fixtures.erp.ErpSchema;
import org.atelier.fixtures.mysql.MysqlDatabase;
import org.atelier.orders.erp.ErpSource;
import org.atelier.orders.preview.PreviewOrders;
import org.atelier.orders.row.ColumnProtection;
import org.atelier.orders.row.TargetTable;
import org.atelier.orders.select.SelectionLists;
import org.atelier.reject.RejectLimits;
import org.atelier.run.Progress;
import org.atelier.run.RunEnding;
import org.atelier.run.RunOptions;
import org.atelier.run.RunOwner;
import org.atelier.run.RunReport;
import org.atelier.run.RunSummary;
import org.atelier.run.TypedStep;
import org.atelier.run.engine.EngineSettings;
import org.atelier.run.engine.RunEngine;
import org.atelier.settings.JobSettings;
import org.atelier.settings.Secret;
import org.atelier.sql.DatabaseSettings;
import org.atelier.transfer.RemoteRetry;
import org.jspecify.annotations.Nullable;

/** A workshop for a test: an ERP in a MySQL database that only its reader may read, and a PostgreSQL database. */
final class Workshop extends WorkshopDatabase {

    private final MysqlDatabase source;
    private final Path directory;
    private String databaseUrl = database.jdbcUrl();
    private String sourceUrl;
    private String password;
    private int workers = 2;
    private SelectionLists selection = SelectionLists.USUAL;
    private Set<TargetTable> tables = Set.of(TargetTable.values());
    private ColumnProtection protection = ColumnProtection.none();
    private RejectLimits limits = RejectLimits.NONE;
    private Duration readAllAfter = OrdersKeys.READ_ALL_AFTER.usual();
    private Clock clock = Clock.systemUTC();

    /** @param source where the ERP's tables are; the caller's to close */
    Workshop(MysqlDatabase source, Path directory) throws Exception {
        this.source = source;
        this.directory = Files.createDirectories(directory);
        this.sourceUrl = source.plainUrl();
        this.password = source.reader().password();
    }

    /** The ERP, to write into. */
    Erp erp() {
        return Erp.in(source);
    }

    Erp erp(ErpSchema schema) {
        return Erp.in(source, schema);
    }

    Workshop sourceUrl(String url) {
        sourceUrl = url;
        return this;
    }

    /** Reads the ERP through this port of 127.0.0.1, without TLS and compression: bytes are as many as are read. */
    Workshop sourcePort(int port) {
        return sourceUrl(withPort(source.jdbcUrl(), port) + "?sslMode=DISABLED&useCompression=false");
    }

    /** Reads the ERP through this port of 127.0.0.1, without TLS, compressed as ever. */
    Workshop compressedSourcePort(int port) {
        return sourceUrl(withPort(source.jdbcUrl(), port) + "?sslMode=DISABLED");
    }

    /** The port that the ERP's server itself listens on. */
    int sourcePort() {
        return port(source.jdbcUrl());
    }

    /** Connects runs to PostgreSQL through this port of 127.0.0.1; texts of statements show. */
    Workshop databasePort(int port) {
        databaseUrl = withPort(database.jdbcUrl(), port);
        databaseUrl += (databaseUrl.contains("?") ? "&" : "?") + "prepareThreshold=0&sslmode=disable";
        return this;
    }

    /** The port that PostgreSQL itself listens on. */
    int databasePort() {
        return port(database.jdbcUrl());
    }

    /** Connects runs to both servers directly again. */
    Workshop directly() {
        databaseUrl = database.jdbcUrl();
        return sourceUrl(source.plainUrl());
    }

    private static String withPort(String url, int port) {
        return url.replaceFirst(":\\d+/", ":" + port + "/");
    }

    private static int port(String url) {
        return Integer.parseInt(url.replaceFirst(".*:(\\d+)/.*", "$1"));
    }

    Workshop password(String other) {
        password = other;
        return this;
    }

    Workshop workers(int number) {
        workers = number;
        return this;
    }

    Workshop selection(SelectionLists lists) {
        selection = lists;
        return this;
    }

    Workshop tables(TargetTable... wanted) {
        tables = Set.of(wanted);
        return this;
    }

    Workshop protect(Map<String, ColumnProtection.Choice> columns, String key) {
        protection = new ColumnProtection(columns, new Secret(key));
        return this;
    }

    Workshop readAllAfter(Duration age) {
        readAllAfter = age;
        return this;
    }

    Workshop at(Clock other) {
        clock = other;
        return this;
    }

    Workshop limits(RejectLimits others) {
        limits = others;
        return this;
    }

    RunReport run() throws Exception {
        return run(RunOptions.ALL);
    }

    RunReport runDeletingUpTo(String ratio) throws Exception {
        return run(new RunOptions(null, null, null, new BigDecimal(ratio)));
    }

    RunReport run(RunOptions options) throws Exception {
        RunOwner owner = new RunOwner("test", ProcessHandle.current().pid(), null, "manual", "test");
        RunEngine engine = new RunEngine(
                databaseSettings(), new EngineSettings(workers), owner, id -> "logs/run-" + id + ".log", TypedStep::of);
        return engine.run(
                OrdersJob.class,
                Orders.NAME,
                List.of(settings(), options, limits, new Progress(), clock, new RemoteRetry(1, Duration.ofMillis(10))));
    }

    /**
     * Whether a run read the ERP's orders: told by its summary, and by the workers that read them.
     *
     * @param report of a run that ended well
     */
    private boolean hasRead(RunReport report) throws SQLException {
        assertThat(report.ending()).as("%s", report).isEqualTo(RunEnding.OK);
        boolean told = summaryOf(report).notes().stream().anyMatch(note -> note.contains("were not read again"));
        String workers = "select count(*) > 0 from batch_step_execution where step_name like 'stage:%'"
                + " and job_execution_id = " + report.execution();
        assertThat(rows(workers)).as("%s", summaryOf(report)).containsExactly(told ? "f" : "t");
        return !told;
    }

    /** Runs, and expects that it reads the orders. */
    RunSummary reads() throws Exception {
        RunReport report = run();
        assertThat(hasRead(report)).as("%s", report).isTrue();
        return summaryOf(report);
    }

    /** Runs, and expects that it repeats the last result. */
    RunSummary repeats() throws Exception {
        RunReport report = run();
        assertThat(hasRead(report)).as("%s", report).isFalse();
        return summaryOf(report);
    }

    /** What a run would do; without limit as a dry run, with one as a preview of so many rows. */
    PreviewReport preview(@Nullable Integer rows) throws Exception {
        return new PreviewOrders()
                .look(new JobPreview.Question(
                        new JobSettings(List.of(settings())),
                        rows == null ? Optional.of(databaseSettings()) : Optional.empty(),
                        new RunOptions(rows, null),
                        directory,
                        Clock.systemUTC()));
    }

    /** What the run came to; a run that could not even tell that fails the test. */
    static RunSummary summaryOf(RunReport report) {
        return Objects.requireNonNull(report.summary(), "the run has no summary");
    }

    DatabaseSettings databaseSettings() {
        return new DatabaseSettings(databaseUrl, database.username(), new Secret(database.password()));
    }

    OrdersSettings settings() {
        ErpSource erp = new ErpSource(
                sourceUrl,
                source.reader().username(),
                new Secret(password),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60));
        return new OrdersSettings(
                Optional.of(erp),
                selection,
                tables,
                protection,
                OrdersKeys.MAX_DELETE_RATIO.usual(),
                workers,
                directory.resolve("spill"),
                readAllAfter);
    }

    /** Sets a parameter for all sessions of the database that begin from now on, as an administrator may. */
    Workshop databaseLimit(String parameter, String value) {
        sql().useHandle(handle ->
                handle.execute("alter database " + database.name() + " set " + parameter + " = '" + value + "'"));
        return this;
    }
}
