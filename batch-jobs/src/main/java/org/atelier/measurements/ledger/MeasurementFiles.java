package org.atelier.measurements.ledger;

import com.google.auto.service.AutoService;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.atelier.files.FileRows;
import org.atelier.files.JobFiles;
import org.atelier.files.LineCounts;
import org.atelier.measurements.Measurements;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Tables {@code fichier_mesure} and {@code plan_fichier_mesure}: what only measurement files have. */
@AutoService(JobFiles.class)
@SuppressWarnings("rawtypes") // The service is found by its class, which has no parameter.
public final class MeasurementFiles implements JobFiles<MeasurementVersion> {

    private static final String COLUMNS = "campagne_bucket, campagne_nom, format, structure, entete, points,"
            + " lignes_structure, valeurs_invalides, valeurs_manquantes, lignes_longues, marqueurs_zero,"
            + " horodatages_invalides, lignes_tronquees, premiere, derniere, refus, inacheve, rapport";

    private static final String VALUES = ":company, :campaign, :format, :structure, :header::jsonb, :points,"
            + " :structural, :invalidValues, :missingValues, :longRows, :zeroMarkers, :invalidTimestamps,"
            + " :truncatedLines, :first::timestamptz, :last::timestamptz, :refusal, :unfinished, :channels::jsonb";

    private static final List<String> TEXTS =
            List.of("company", "campaign", "format", "structure", "header", "first", "last", "channels");

    private static final List<String> NUMBERS = List.of(
            "points",
            "structural",
            "invalidValues",
            "missingValues",
            "longRows",
            "zeroMarkers",
            "invalidTimestamps",
            "truncatedLines");

    @Override
    public String job() {
        return Measurements.NAME;
    }

    @Override
    public String columns() {
        return ", campagne_bucket, campagne_nom, format, structure, entete::text as entete, points, lignes_structure,"
                + " valeurs_invalides, valeurs_manquantes, lignes_longues, marqueurs_zero, horodatages_invalides,"
                + " lignes_tronquees, premiere, derniere, refus, inacheve, rapport::text as rapport";
    }

    @Override
    public String ledgerJoin() {
        return "left join fichier_mesure on fichier_id = id";
    }

    @Override
    public String planJoin() {
        return "left join plan_fichier_mesure using (job_instance_id, fichier_id)";
    }

    @Override
    public String keep() {
        return "insert into fichier_mesure (fichier_id, " + COLUMNS + ") values (:file, " + VALUES
                + ") on conflict (fichier_id) do update set " + renewed();
    }

    @Override
    public String fetched() {
        return "insert into plan_fichier_mesure (job_instance_id, fichier_id, " + COLUMNS + ") values (:run, :file, "
                + VALUES + ") on conflict (job_instance_id, fichier_id) do update set " + renewed();
    }

    private static String renewed() {
        StringBuilder set = new StringBuilder();
        for (String column : COLUMNS.split(", ", -1)) {
            set.append(set.isEmpty() ? "" : ", ")
                    .append(column)
                    .append(" = excluded.")
                    .append(column);
        }
        return set.toString();
    }

    @Override
    public Optional<String> forget() {
        return Optional.of("delete from fichier_mesure where fichier_id = any(?)");
    }

    @Override
    public void bind(Update update, MeasurementVersion version) {
        update.bind("refusal", version.refusal()).bind("unfinished", version.unfinished());
        if (version.facts() == null) {
            TEXTS.forEach(name -> update.bind(name, (String) null));
            NUMBERS.forEach(name -> update.bind(name, 0));
        } else {
            bind(update, version.facts());
        }
    }

    private static void bind(Update update, MeasurementFacts facts) {
        update.bind("company", facts.company())
                .bind("campaign", facts.campaign())
                .bind("format", facts.format())
                .bind("structure", facts.structure())
                .bind("header", facts.header())
                .bind("points", facts.points())
                .bind("structural", facts.structural())
                .bind("invalidValues", facts.invalidValues())
                .bind("missingValues", facts.missingValues())
                .bind("longRows", facts.longRows())
                .bind("zeroMarkers", facts.zeroMarkers())
                .bind("invalidTimestamps", facts.invalidTimestamps())
                .bind("truncatedLines", facts.truncatedLines())
                .bind("first", facts.first().toString())
                .bind("last", facts.last().toString())
                .bind("channels", facts.channels());
    }

    @Override
    public MeasurementVersion version(ResultSet row) throws SQLException {
        return new MeasurementVersion(
                row.getString("sha256"),
                row.getLong("taille"),
                FileRows.instant(row, "date_fichier"),
                FileRows.instant(row, "date_telechargement"),
                FileRows.days(row),
                FileRows.counts(row),
                facts(row),
                row.getString("refus"),
                row.getString("inacheve"));
    }

    private static @Nullable MeasurementFacts facts(ResultSet row) throws SQLException {
        String format = row.getString("format");
        if (format == null) {
            return null;
        }
        Instant first = FileRows.instant(row, "premiere");
        return new MeasurementFacts(
                row.getString("campagne_bucket"),
                row.getString("campagne_nom"),
                format,
                row.getString("structure"),
                row.getString("entete"),
                row.getLong("points"),
                row.getLong("lignes_structure"),
                row.getLong("valeurs_invalides"),
                row.getLong("valeurs_manquantes"),
                row.getLong("lignes_longues"),
                row.getLong("marqueurs_zero"),
                row.getLong("horodatages_invalides"),
                row.getLong("lignes_tronquees"),
                first,
                FileRows.instant(row, "derniere"),
                row.getString("rapport"));
    }

    @Override
    public MeasurementVersion withoutLines(MeasurementVersion version) {
        return new MeasurementVersion(
                version.sha256(),
                version.size(),
                version.modified(),
                version.downloadedAt(),
                List.of(),
                LineCounts.NONE,
                version.facts(),
                version.refusal(),
                version.unfinished());
    }
}
