package org.atelier.launcher.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.atelier.launcher.result.CheckReport.Finding;
import org.atelier.launcher.result.CheckReport.Verdict;
import org.atelier.launcher.result.Section;
import org.atelier.orders.OrdersSettings;
import org.atelier.orders.erp.ErpConnection;
import org.atelier.orders.erp.ErpLook;
import org.atelier.orders.erp.ErpSource;
import org.atelier.orders.erp.ErpTables;
import org.atelier.orders.erp.TableLook;
import org.atelier.orders.survey.SurveyOrders;
import org.atelier.run.ConfigurationException;
import org.atelier.run.Progress;
import org.atelier.sql.DatabaseSettings;
import org.atelier.transfer.LoginRefusedException;
import org.atelier.transfer.UnreachableException;

/** Logs in to the ERP, looks at its tables, and surveys what they hold. */
public final class CheckOrders {

    private static final String AREA = "orders";

    private final OrdersSettings settings;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Section> survey = new ArrayList<>();

    private final Progress progress;

    private CheckOrders(OrdersSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Looks.
     *
     * @param surveyed whether all tables are read as well, which takes as long as a run
     * @param database where runs are recorded, to compare with the last one; empty when there is none to ask
     * @param progress told how far the survey is
     */
    public static CheckOrders look(
            OrdersSettings settings, boolean surveyed, Optional<DatabaseSettings> database, Progress progress) {
        CheckOrders check = new CheckOrders(settings, progress);
        Optional<ErpSource> source = settings.source();
        if (source.isEmpty()) {
            check.add(
                    Verdict.NOT_SET,
                    "atelier.orders.source",
                    "no ERP is configured",
                    "for the job orders: set ATELIER_ORDERS_SOURCE, such as jdbc:mysql://host:3306/erp");
        } else {
            check.look(source.get(), surveyed, database);
        }
        return check;
    }

    /** Everything that was found, at least one finding. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** What the tables hold; empty when it was not asked for, or could not be read. */
    public List<Section> survey() {
        return List.copyOf(survey);
    }

    private void look(ErpSource source, boolean surveyed, Optional<DatabaseSettings> database) {
        String where = source.label();
        try (ErpConnection erp = ErpConnection.open(source)) {
            List<String> problems = ErpTables.problems(erp);
            problems.forEach(problem ->
                    add(Verdict.PROBLEM, where, problem, "correct atelier.orders.source, or the user's rights"));
            if (problems.isEmpty()) {
                holdings(where, erp, surveyed, database);
            }
        } catch (ConfigurationException e) {
            add(Verdict.PROBLEM, where, String.valueOf(e.getMessage()), "correct atelier.orders.*");
        } catch (LoginRefusedException e) {
            add(
                    Verdict.PROBLEM,
                    where,
                    String.valueOf(e.getMessage()),
                    "correct atelier.orders.username and .password");
        } catch (UnreachableException e) {
            add(
                    Verdict.UNREACHABLE,
                    where,
                    String.valueOf(e.getMessage()),
                    "see that it runs and can be reached from here");
        } catch (IOException e) {
            add(
                    Verdict.PROBLEM,
                    where,
                    String.valueOf(e.getMessage()),
                    "the server answers, but this cannot be read: correct what it says, then: atelier check orders");
        }
    }

    private void holdings(String where, ErpConnection erp, boolean surveyed, Optional<DatabaseSettings> database)
            throws IOException {
        try (SinceLastRun last = new SinceLastRun(settings, database)) {
            new ErpLook(erp, ErpTables.find(erp)).tables().forEach(table -> judge(where, table, last));
            if (surveyed) {
                last.begin();
                survey.addAll(SurveySections.of(new SurveyOrders(settings, progress).of(erp, last::take)));
            }
            findings.addAll(last.findings());
        }
    }

    private void judge(String where, TableLook table, SinceLastRun last) {
        String name = where + " " + table.name();
        Optional<Finding> shrunk = last.shrunk(name, table);
        shrunk.ifPresent(findings::add);
        if (!table.isInSnapshot()) {
            add(
                    Verdict.WARNING,
                    name,
                    "engine " + (table.engine().isEmpty() ? "unknown (a view)" : table.engine())
                            + ": it takes no part in the snapshot, so what is changed during a run may be read half",
                    "alter table " + table.name() + " engine=InnoDB, if the ERP's maker allows it");
        } else if (shrunk.isEmpty()) {
            add(Verdict.OK, name, table.rows() + " rows", "");
        }
    }

    private void add(Verdict verdict, String where, String what, String fix) {
        findings.add(new Finding(AREA, verdict, where, what, fix));
    }
}
