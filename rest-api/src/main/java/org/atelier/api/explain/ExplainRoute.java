package org.atelier.api.explain;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.atelier.answer.JsonDocument;
import org.atelier.api.web.RequestRefusedException;
import org.atelier.history.Rows;
import org.atelier.machinelogs.MachineLogSettings;
import org.atelier.machinelogs.explain.ExplainDay;
import org.atelier.machinelogs.explain.ExplanationAnswer;
import org.atelier.machinelogs.explain.UnexplainedException;
import org.atelier.settings.Settings;
import org.atelier.transfer.LandedCopies;
import org.atelier.transfer.LandingMissingException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code /explain/}: what the launcher's {@code explain} tells, from the copies in the data directory. */
@RestController
final class ExplainRoute {

    private static final String OWNER =
            "select owner from v_run where job = 'machine-logs' and owner is not null order by run_id desc limit 1";

    private final DataSource source;
    private final MachineLogSettings settings;

    ExplainRoute(DataSource source, Settings settings) {
        this.source = source;
        this.settings = settings.get(MachineLogSettings.class);
    }

    @GetMapping(path = "/explain/{centre}/{day}", produces = MediaType.APPLICATION_JSON_VALUE)
    String explain(@PathVariable String centre, @PathVariable LocalDate day) throws SQLException, IOException {
        try (Connection connection = source.getConnection()) {
            try {
                return JsonDocument.of(
                        ExplanationAnswer.of(new ExplainDay(connection, LandedCopies.in(settings.landing()), settings)
                                .explain(centre, day)));
            } catch (UnexplainedException e) {
                throw RequestRefusedException.notFound(e.getMessage());
            } catch (LandingMissingException e) {
                throw RequestRefusedException.unavailable("the copies of the files are not in this data directory; "
                        + Rows.read(connection, OWNER, List.of(), row -> row.getString("owner")).stream()
                                .findFirst()
                                .map(owner -> "the last run was on " + owner)
                                .orElse("no run is on record"));
            }
        }
    }
}
