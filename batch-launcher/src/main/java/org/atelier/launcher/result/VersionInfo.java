package org.atelier.launcher.result;

import org.atelier.answer.Document;
import org.atelier.answer.Section;

/**
 * The answer of {@code version}.
 *
 * @param version of the program
 * @param java the Java version it runs on
 */
public record VersionInfo(String version, String java) implements Result {

    @Override
    public Document document() {
        return Document.of(
                "atelier.version/1",
                Section.Facts.none().with("version", version).with("java", java));
    }
}
