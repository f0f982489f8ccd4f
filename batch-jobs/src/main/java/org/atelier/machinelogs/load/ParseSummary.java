package org.atelier.machinelogs.load;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.atelier.files.LandedContent;
import org.atelier.machinelogs.event.EventDecoders;
import org.atelier.machinelogs.line.LineKind;
import org.atelier.machinelogs.line.LogFileReader;
import org.atelier.machinelogs.line.PlausibleTimes;
import org.atelier.transfer.Contents;
import org.jdbi.v3.core.Jdbi;

/**
 * What was found in each file that a run loaded: a line for its lines and days, a line for its events by type. For a
 * run that was asked for one file. Thread-safe.
 */
public final class ParseSummary {

    private static final String LINES = """
            select f.chemin as path, p.sha256, p.date_fichier as modified, p.date_telechargement as downloaded,
                   p.lignes_retenues > 0 as held, f.chemin || ': ' || p.lignes || ' lines read, ' || p.evenements || ' used, ' || p.evenements_comptes
                   || ' counted only, ' || p.lignes_vides || ' blank, ' || p.rejets || ' rejected, ' || p.lignes_retenues
                   || ' held; ' || case when p.duplicate_de is not null then 'repeats ' || o.chemin
                        when cardinality(p.jours) = 0 then 'no day'
                        else 'days ' || array_to_string(array(select day from unnest(p.jours) as day order by day), ', ') end as lines
              from plan_fichier p join fichier_source f on f.id = p.fichier_id
              left join fichier_source o on o.id = p.duplicate_de
             where p.job_instance_id = :run and p.etat = 'loaded' order by f.source, f.chemin
            """;

    private final Jdbi jdbi;
    private final Contents landing;
    private final EventDecoders decoders;
    private final ZoneId zone;

    /**
     * @param jdbi where the plan is
     * @param landing where the contents of the files are
     * @param decoders the event types
     * @param zone the plant's
     */
    public ParseSummary(Jdbi jdbi, Contents landing, EventDecoders decoders, ZoneId zone) {
        this.jdbi = jdbi;
        this.landing = landing;
        this.decoders = decoders;
        this.zone = zone;
    }

    List<String> of(long run) {
        List<Loaded> files = jdbi.withHandle(handle -> handle.createQuery(LINES)
                .bind("run", run)
                .map((row, context) -> new Loaded(
                        row.getString("path"),
                        row.getString("sha256"),
                        PlausibleTimes.of(
                                row.getObject("modified", OffsetDateTime.class).toInstant(),
                                row.getObject("downloaded", OffsetDateTime.class)
                                        .toInstant(),
                                zone),
                        row.getBoolean("held"),
                        row.getString("lines")))
                .list());
        List<String> lines = new ArrayList<>();
        for (Loaded file : files) {
            lines.add(file.lines());
            lines.add(file.path() + ": " + events(file));
        }
        return lines;
    }

    private String events(Loaded file) {
        try {
            Map<String, Long> counts = count(file);
            return counts.isEmpty()
                    ? "no event"
                    : counts.entrySet().stream()
                            .map(type -> type.getKey() + " " + type.getValue())
                            .collect(Collectors.joining(", "));
        } catch (IOException e) {
            return "its events cannot be counted by type: " + e.getMessage();
        }
    }

    private SortedMap<String, Long> count(Loaded file) throws IOException {
        SortedMap<String, Long> counts = new TreeMap<>();
        try (LogFileReader lines = new LogFileReader(
                LandedContent.open(landing, file.path(), file.sha256()), file.plausible(), decoders)) {
            while (lines.next()) {
                if (lines.kind() == LineKind.EVENT && (lines.terminated() || !file.held())) {
                    counts.merge(lines.eventType(), 1L, Long::sum);
                }
            }
        }
        return counts;
    }

    private record Loaded(String path, String sha256, PlausibleTimes plausible, boolean held, String lines) {}
}
