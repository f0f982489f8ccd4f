package org.atelier.launcher.result;

import java.time.Instant;
import java.util.List;
import org.atelier.launcher.ExitCode;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code purge}.
 *
 * @param dryRun whether nothing was deleted
 * @param parts what of each kind
 * @param rest what to type for a kind that was left
 */
public record PurgeReport(boolean dryRun, List<Part> parts, String rest) implements Result {

    private static final List<String> COLUMNS = List.of("kind", "older_than", "deleted");

    /**
     * A kind of data.
     *
     * @param kind its name
     * @param before what is older than that
     * @param number how many were deleted, or would be; null when a run was at work and it was left
     */
    public record Part(
            String kind, Instant before, @Nullable Long number) {}

    public PurgeReport {
        parts = List.copyOf(parts);
    }

    @Override
    public ExitCode exitCode() {
        return parts.stream().anyMatch(part -> part.number() == null) ? ExitCode.LOCKED : ExitCode.OK;
    }

    @Override
    public Document document() {
        boolean left = exitCode() == ExitCode.LOCKED;
        return Document.of(
                "atelier.purge/1",
                Section.Facts.none()
                        .with("dry_run", dryRun)
                        .with(
                                "next_step",
                                left
                                        ? "a run is at work; to see it: atelier status machine-logs; when it has ended: "
                                                + rest
                                        : null),
                new Section.Grid(
                        "kinds",
                        COLUMNS,
                        parts.stream()
                                .map(part -> Section.Row.of(part.kind(), part.before(), part.number()))
                                .toList(),
                        "Nothing."));
    }
}
