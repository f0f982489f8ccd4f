package org.atelier.launcher.result;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.atelier.answer.Document;
import org.atelier.answer.Section;

/**
 * The answer of {@code logs}; the file is read while it is printed.
 *
 * @param runId whose log
 * @param file UTF-8; bytes that are not become U+FFFD
 */
public record RunLog(long runId, Path file) implements Result {

    @Override
    public Document document() {
        return Document.of("atelier.log/1", new Section.Lines("lines", this::read));
    }

    private void read(Consumer<String> lines) throws IOException {
        // Not Files.lines: a log cut off in a character must still be readable.
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            String line = reader.readLine();
            while (line != null) {
                lines.accept(line);
                line = reader.readLine();
            }
        }
    }
}
