package org.atelier.machinelogs.explain;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.atelier.machinelogs.session.ProductionSession;
import org.atelier.machinelogs.session.SessionMetrics;
import org.atelier.machinelogs.session.Share;
import org.jspecify.annotations.Nullable;

/** Says of each figure what it is made of. Not thread-safe; one use. */
final class FigureList {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final List<Figure> figures = new ArrayList<>();
    private final StoredFigures stored;
    private final DayTrace trace;
    private final List<Share> shares;

    FigureList(StoredFigures stored, DayTrace trace, List<Share> shares) {
        this.stored = stored;
        this.trace = trace;
        this.shares = shares;
    }

    List<Figure> of(ProductionSession session) {
        add("total_pieces", Integer.toString(session.totalPieces()), "one for each StukUitgevoerd");
        add("heure_premiere_piece", time(session.firstPiece()), line(trace.pieces.first()));
        add("heure_derniere_piece", time(session.lastPiece()), line(trace.pieces.last()));
        add("heure_premier_machine_start", time(session.firstMachineStart()), line(trace.starts.first()));
        add("heure_dernier_machine_stop", time(session.lastMachineStop()), line(trace.stops.last()));
        hours(session.metrics());
        rates(session.metrics());
        return figures;
    }

    private void hours(SessionMetrics metrics) {
        String window = text(length(null));
        add("duree_production_totale", metrics.productionHours(), window + " s from the first to the last piece");
        add("temps_attente", metrics.waitHours(), sum(Interval.Kind.WAIT, " waits"));
        add("temps_arret_volontaire", metrics.voluntaryStopHours(), sum(Interval.Kind.STOP, " stops"));
        add(
                "temps_production_effectif",
                metrics.effectiveHours(),
                text(length(Share.Kind.EFFECTIVE)) + " s: " + window + " s less "
                        + text(length(Share.Kind.STOPPED)) + " s stopped and " + text(length(Share.Kind.WAITING))
                        + " s waiting");
    }

    private void rates(SessionMetrics metrics) {
        add("taux_occupation", metrics.occupationRate(), share(Share.Kind.EFFECTIVE, "effective"));
        add("taux_attente", metrics.waitRate(), share(Share.Kind.WAITING, "waiting and not stopped"));
        add("taux_arret_volontaire", metrics.voluntaryStopRate(), share(Share.Kind.STOPPED, "stopped"));
    }

    private String sum(Interval.Kind kind, String name) {
        List<BigDecimal> lengths = trace.intervals.stream()
                .filter(interval -> interval.kind() == kind)
                .map(Interval::seconds)
                .toList();
        return text(lengths.stream().reduce(BigDecimal.ZERO, BigDecimal::add)) + " s in " + lengths.size() + name;
    }

    private String share(Share.Kind kind, String words) {
        return text(length(kind)) + " s of " + text(length(null)) + " s " + words;
    }

    private BigDecimal length(Share.@Nullable Kind kind) {
        return shares.stream()
                .filter(share -> kind == null || share.kind() == kind)
                .map(Share::seconds)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void add(String column, BigDecimal value, String madeOf) {
        add(column, value.toPlainString(), madeOf);
    }

    private void add(String column, @Nullable String value, String madeOf) {
        figures.add(new Figure(column, value, stored.values().get(column), madeOf));
    }

    private static String line(@Nullable Mention mention) {
        return mention == null ? "" : mention.place().toString();
    }

    private static @Nullable String time(@Nullable LocalDateTime time) {
        return time == null ? null : TIME.format(time);
    }

    private static String text(BigDecimal seconds) {
        return seconds.signum() == 0 ? "0" : seconds.stripTrailingZeros().toPlainString();
    }
}
