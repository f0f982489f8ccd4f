package org.atelier.launcher.result;

import java.time.Instant;
import java.util.List;
import org.atelier.answer.Document;
import org.atelier.answer.Section;
import org.atelier.launcher.ExitCode;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code purge}.
 *
 * @param dryRun whether nothing was deleted
 * @param parts what of each kind
 * @param left jobs whose archive was left because a run was at work
 * @param rest what to type for a kind that was left
 */
public record PurgeReport(boolean dryRun, List<Part> parts, List<String> left, String rest) implements Result {

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
        left = List.copyOf(left);
    }

    @Override
    public ExitCode exitCode() {
        return left.isEmpty() ? ExitCode.OK : ExitCode.LOCKED;
    }

    @Override
    public Document document() {
        return Document.of(
                "atelier.purge/1",
                Section.Facts.none()
                        .with("dry_run", dryRun)
                        .with(
                                "next_step",
                                left.isEmpty()
                                        ? null
                                        : "a run is at work; to see it: atelier status " + left.get(0)
                                                + "; when it has ended: " + rest),
                new Section.Grid(
                        "kinds",
                        COLUMNS,
                        parts.stream()
                                .map(part -> Section.Row.of(part.kind(), part.before(), part.number()))
                                .toList(),
                        "Nothing."));
    }
}
