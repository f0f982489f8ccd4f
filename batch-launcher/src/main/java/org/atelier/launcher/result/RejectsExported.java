package org.atelier.launcher.result;

import org.atelier.answer.Document;
import org.atelier.answer.Section;

/**
 * The answer of {@code rejects export} to a file.
 *
 * @param file where they are
 * @param rejects how many
 */
public record RejectsExported(String file, long rejects) implements Result {

    @Override
    public Document document() {
        return Document.of(
                "atelier.rejects-exported/1",
                Section.Facts.none().with("file", file).with("rejects", rejects));
    }
}
