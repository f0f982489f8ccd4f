package org.atelier.launcher.result;

import org.atelier.launcher.ExitCode;
import org.atelier.migrations.SchemaStatus;

/**
 * The answer of {@code db status} and {@code db update}.
 *
 * @param url without login
 * @param status how the database stands to this program
 */
public record DatabaseState(String url, SchemaStatus status) implements Result {

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
        return switch (status.state()) {
            case CURRENT, EMPTY -> ExitCode.OK;
            case PENDING, FOREIGN, NEWER -> ExitCode.CONFIGURATION;
        };
    }
}
