package org.atelier.orders.survey;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.atelier.orders.OrdersSettings;
import org.atelier.orders.erp.ErpConnection;
import org.atelier.orders.erp.ErpLook;
import org.atelier.orders.erp.ErpOrder;
import org.atelier.orders.erp.ErpTable;
import org.atelier.orders.erp.ErpTables;
import org.atelier.orders.erp.OrderBatch;
import org.atelier.orders.erp.OrderReader;
import org.atelier.orders.erp.TableLook;
import org.atelier.orders.row.TargetTable;
import org.atelier.orders.select.OrderSelection;
import org.atelier.orders.survey.ValueCount.Kind;
import org.atelier.orders.text.CleanText;
import org.atelier.run.Progress;
import org.jspecify.annotations.Nullable;

/** Surveys the ERP within one snapshot, row by row and in bounded memory. Not thread-safe. */
public final class SurveyOrders {

    /** Different values of a kind that are told apart. */
    private static final int MOST = 10_000;

    private final OrdersSettings settings;
    private final OrderSelection selection;
    private final NoteForms forms;
    private final int longestWithDigits;
    private final Progress progress;

    /** Takes planned orders: all of each number among them. */
    @FunctionalInterface
    public interface Planned {

        void take(List<ErpOrder> orders) throws IOException;
    }

    /**
     * @param settings what would be selected
     * @param progress told of rows: each is looked at for its values, and read again as a run would
     */
    public SurveyOrders(OrdersSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        this.selection = new OrderSelection(settings.selection());
        this.forms = new NoteForms(settings.selection().plannedNotes());
        this.longestWithDigits = Stream.of(
                        settings.selection().rollerShutterCodes(),
                        settings.selection().shutterCodes())
                .flatMap(List::stream)
                .filter(code -> code.chars().anyMatch(Character::isDigit))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /**
     * Reads all of the ERP's tables once, and the planned orders as a run would.
     *
     * @param erp the snapshot
     * @param planned given the planned orders on the way
     * @throws IOException when it cannot be read
     * @throws org.atelier.settings.ConfigurationException when tables or columns are missing
     */
    public OrdersSurvey of(ErpConnection erp, Planned planned) throws IOException {
        ErpTables tables = ErpTables.find(erp);
        ErpLook look = new ErpLook(erp, tables);
        progress.phase("tables");
        List<TableLook> looks = look.tables();
        progress.planned(
                2 * rows(looks, ErpTable.HEADS) + rows(looks, ErpTable.NOTES) + rows(looks, ErpTable.ACCESSORIES));
        List<FrequentValues> values = List.of(statuses(look), notes(look), codes(look));
        List<FunnelStep> funnel = new ArrayList<>();
        long heads = rows(looks, ErpTable.HEADS);
        funnel.add(new FunnelStep("", "order heads", heads, heads));
        funnel.add(new FunnelStep("", "in the log book", look.ordersIn(ErpTable.NOTES), rows(looks, ErpTable.NOTES)));
        funnel.addAll(funnel(erp, tables, heads, planned));
        return new OrdersSurvey(
                looks,
                values.stream()
                        .flatMap(each -> each.top(this::selectedBy).stream())
                        .toList(),
                values.stream()
                        .map(FrequentValues::leftOut)
                        .flatMap(Optional::stream)
                        .toList(),
                funnel);
    }

    private static long rows(List<TableLook> looks, ErpTable table) {
        return looks.stream()
                .filter(look -> look.table() == table)
                .mapToLong(TableLook::rows)
                .sum();
    }

    private FrequentValues statuses(ErpLook look) throws IOException {
        FrequentValues statuses = new FrequentValues(Kind.STATUS, MOST);
        values(look, ErpTable.HEADS, statuses::add);
        return statuses;
    }

    private FrequentValues notes(ErpLook look) throws IOException {
        FrequentValues notes = new FrequentValues(Kind.NOTE, MOST);
        values(look, ErpTable.NOTES, note -> {
            if (note != null) {
                forms.in(note).ifPresent(notes::add);
            }
        });
        return notes;
    }

    private FrequentValues codes(ErpLook look) throws IOException {
        FrequentValues codes = new FrequentValues(Kind.CODE, MOST);
        values(look, ErpTable.ACCESSORIES, code -> codes.add(code == null ? null : beginning(code)));
        return codes;
    }

    private void values(ErpLook look, ErpTable table, Consumer<@Nullable String> each) throws IOException {
        progress.phase("values of " + table.usualName());
        look.values(table, value -> {
            each.accept(value);
            progress.done(1);
        });
    }

    /** A code without what numbers it, but never less of it than a beginning with digits that is looked for. */
    private String beginning(String code) {
        int end = 0;
        while (end < code.length() && !Character.isDigit(code.charAt(end))) {
            end++;
        }
        int shown = Math.max(end, longestWithDigits);
        return end == 0 || shown >= code.length() ? code : code.substring(0, shown);
    }

    private List<FunnelStep> funnel(ErpConnection erp, ErpTables tables, long heads, Planned planned)
            throws IOException {
        progress.phase("orders");
        Funnel funnel = new Funnel(selection, settings.tables());
        Path scratch = Path.of(System.getProperty("java.io.tmpdir"));
        try (OrderReader orders = OrderReader.all(erp, tables, selection::isPlanned, false, heads, scratch)) {
            for (OrderBatch batch = orders.next(); batch != null; batch = orders.next()) {
                List<ErpOrder> some = batch.planned();
                some.forEach(funnel::add);
                planned.take(some);
                progress.done(batch.heads());
            }
        }
        return funnel.steps();
    }

    private List<String> selectedBy(Kind kind, @Nullable String raw) {
        String clean = CleanText.of(raw);
        return settings.tables().stream()
                .sorted()
                .filter(table -> passes(kind, table, clean))
                .map(TargetTable::profile)
                .toList();
    }

    private boolean passes(Kind kind, TargetTable table, @Nullable String clean) {
        boolean roller = table == TargetTable.ROLLER_SHUTTERS;
        return switch (kind) {
            case STATUS -> !roller || selection.isRollerShutterStatus(clean);
            case NOTE -> clean != null && selection.isPlanned(clean);
            case CODE -> roller ? selection.isRollerShutterCode(clean) : selection.isShutterCode(clean);
        };
    }
}
