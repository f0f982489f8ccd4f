package org.atelier.launcher.result;

import java.util.List;
import java.util.stream.Collectors;
import org.atelier.answer.Document;
import org.atelier.answer.Section;
import org.atelier.launcher.ExitCode;
import org.atelier.migrations.Obstacle;
import org.atelier.migrations.SchemaStatus;

/**
 * The answer of {@code db status} and {@code db update}.
 *
 * @param url without login
 * @param status how the database stands to this program
 * @param obstacles what an administrator must remove before an update can be done
 */
public record DatabaseState(String url, SchemaStatus status, List<Obstacle> obstacles) implements Result {

    /** Copies the list. */
    public DatabaseState {
        obstacles = List.copyOf(obstacles);
    }

    @Override
    public Document document() {
        return Document.of(
                "atelier.database/1",
                Section.Facts.none()
                        .with("url", url)
                        .with("state", status.state().name())
                        .with("pending", status.pending().size())
                        .with("foreign_tables", status.foreignTables())
                        .with("next_step", nextStep()));
    }

    private String nextStep() {
        String update = update();
        if (obstacles.isEmpty()) {
            return update;
        }
        return obstacles.stream().map(Obstacle::fix).collect(Collectors.joining("; ")) + "; then: " + update;
    }

    private String update() {
        return switch (status.state()) {
            case CURRENT -> "";
            case EMPTY, PENDING -> "atelier db update";
            case FOREIGN -> "atelier db update --adopt";
            case NEWER -> "use the release that set it up, or a later one";
        };
    }

    /** 0 when runs can work with it, or the first one will set it up; else 3. */
    @Override
    public ExitCode exitCode() {
        if (!obstacles.isEmpty()) {
            return ExitCode.CONFIGURATION;
        }
        return switch (status.state()) {
            case CURRENT, EMPTY -> ExitCode.OK;
            case PENDING, FOREIGN, NEWER -> ExitCode.CONFIGURATION;
        };
    }
}
