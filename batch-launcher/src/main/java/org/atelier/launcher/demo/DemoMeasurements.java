package org.atelier.launcher.demo;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.atelier.answer.Section;
import org.atelier.catalog.BatchJob;
import org.atelier.launcher.ExitCode;
import org.atelier.sql.Sql;

/** The third part of the demo: what measuring boxes uploaded, twice. */
final class DemoMeasurements {

    /** Energy: each hour's mean power, in kilowatts, for an hour. */
    private static final String BOXES = """
            select v.bucket || '/' || v.campagne as campaign, v.maitre, v.channels, v.points, v.first, v.last, v.kwh
              from (select c.bucket, c.nom as campagne, a.numero_serie as maitre, count(distinct v.id) as channels,
                           sum(h.nombre) as points, min(v.vue_la_premiere_fois)::date::text as first,
                           max(v.vue_la_derniere_fois)::date::text as last,
                           round((sum(h.moyenne) filter (where v.channel_unit = 'W') / 1000)::numeric, 1) as kwh
                      from voie v join campagne c on c.id = v.campagne_id
                      join appareil a on a.id = v.appareil_maitre_id
                      join mesure_horaire h on h.voie_id = v.id
                     group by c.bucket, c.nom, a.numero_serie) v
             order by 1, 2 limit 12
            """;

    private static final List<String> COLUMNS =
            List.of("campaign", "box", "channels", "points", "first", "last", "kwh");

    private final BatchJob job;
    private final DemoBoxes boxes;
    private final DemoStart start;
    private final Consumer<String> report;

    DemoMeasurements(BatchJob job, DemoBoxes boxes, DemoStart start, Consumer<String> report) {
        this.job = job;
        this.boxes = boxes;
        this.start = start;
        this.report = report;
    }

    List<DemoUpload> narrate() throws IOException {
        List<DemoUpload> uploads = new ArrayList<>();
        report.accept(
                "7. atelier run measurements: takes what " + DemoBoxes.BOXES.size() + " measuring boxes uploaded");
        // A file of a format that nobody knows ends in error/, and the run says so.
        uploads.add(upload("the boxes' files", ExitCode.DONE_WITH_ERRORS));
        boxes.upload(true);
        report.accept("8. an upload that was under way has ended; the same command again");
        uploads.add(upload("an upload ended", ExitCode.OK));
        return uploads;
    }

    private DemoUpload upload(String what, ExitCode expected) {
        DemoUpload upload = DemoUpload.of(what, start.run(job, expected));
        report.accept("   " + upload.inWords());
        return upload;
    }

    /** What each box measured, read back from the tables. */
    static Section.Grid boxes(Connection connection) throws SQLException {
        List<Section.Row> rows = Sql.ask(
                Sql.on(connection),
                handle -> handle.createQuery(BOXES)
                        .map((row, context) -> Section.Row.of(
                                row.getString("campaign"),
                                row.getString("maitre"),
                                row.getLong("channels"),
                                row.getLong("points"),
                                row.getString("first"),
                                row.getString("last"),
                                row.getBigDecimal("kwh")))
                        .list());
        return new Section.Grid("boxes", COLUMNS, rows, "No measurements.");
    }
}
