package org.atelier.orders.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.atelier.catalog.Finding;
import org.atelier.catalog.Finding.Verdict;
import org.atelier.catalog.JobCheck;
import org.atelier.catalog.Listing;
import org.atelier.orders.Orders;
import org.atelier.orders.OrdersSettings;
import org.atelier.orders.erp.ErpConnection;
import org.atelier.orders.erp.ErpLook;
import org.atelier.orders.erp.ErpSource;
import org.atelier.orders.erp.ErpTables;
import org.atelier.orders.erp.TableLook;
import org.atelier.orders.survey.SurveyOrders;
import org.atelier.run.ConfigurationException;
import org.atelier.run.NextStep;
import org.atelier.transfer.LoginRefusedException;
import org.atelier.transfer.UnreachableException;

/** Logs in to the ERP, looks at its tables, and surveys what they hold. */
public final class CheckOrders implements JobCheck {

    private static final String AREA = Orders.NAME;

    @Override
    public String area() {
        return AREA;
    }

    @Override
    public String help() {
        return "also shows what the ERP holds";
    }

    @Override
    public boolean isLong() {
        return true;
    }

    /** When thorough, what the tables hold is told too. */
    @Override
    public Found look(Question question) {
        OrdersSettings settings = question.settings().get(OrdersSettings.class);
        Optional<ErpSource> source = settings.source();
        if (source.isEmpty()) {
            return new Found(
                    List.of(new Finding(
                            AREA,
                            Verdict.NOT_SET,
                            "atelier.orders.source",
                            "no ERP is configured",
                            "for the job orders: set ATELIER_ORDERS_SOURCE, such as jdbc:mysql://host:3306/erp")),
                    List.of());
        }
        Look look = new Look(settings, question);
        look.at(source.get());
        return new Found(look.findings, look.survey);
    }

    /** One look at the ERP; used by one thread. */
    private static final class Look {

        private final OrdersSettings settings;
        private final Question question;
        private final List<Finding> findings = new ArrayList<>();
        private final List<Listing> survey = new ArrayList<>();

        private Look(OrdersSettings settings, Question question) {
            this.settings = settings;
            this.question = question;
        }

        private void at(ErpSource source) {
            String where = source.label();
            try (ErpConnection erp = ErpConnection.open(source)) {
                List<String> problems = ErpTables.problems(erp);
                problems.forEach(problem ->
                        add(Verdict.PROBLEM, where, problem, "correct atelier.orders.source, or the user's rights"));
                if (problems.isEmpty()) {
                    holdings(where, erp);
                }
            } catch (ConfigurationException e) {
                add(Verdict.PROBLEM, where, words(e), "correct atelier.orders.*");
            } catch (LoginRefusedException e) {
                add(Verdict.PROBLEM, where, words(e), "correct atelier.orders.username and .password");
            } catch (UnreachableException e) {
                add(Verdict.UNREACHABLE, where, words(e), "see that it runs and can be reached from here");
            } catch (IOException e) {
                findings.add(new Finding(
                        AREA,
                        Verdict.PROBLEM,
                        where,
                        words(e),
                        "the server answers, but this cannot be read: correct what it says, then: ",
                        new NextStep.Check(AREA)));
            }
        }

        private static String words(Exception e) {
            return String.valueOf(e.getMessage());
        }

        /** Compared with the last run where there is a database to ask. */
        private void holdings(String where, ErpConnection erp) throws IOException {
            try (SinceLastRun last = new SinceLastRun(settings, question.records())) {
                new ErpLook(erp, ErpTables.find(erp)).tables().forEach(table -> judge(where, table, last));
                if (question.thorough()) {
                    last.begin();
                    survey.addAll(
                            SurveyListings.of(new SurveyOrders(settings, question.progress()).of(erp, last::take)));
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
}
