package org.atelier.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TablesPageTest {

    /** With -Datelier.reference.write=true the page is written instead of compared. */
    @Test
    void the_committed_page_says_what_the_database_holds() throws Exception {
        Path page = root().resolve("docs/reference/tables.md");
        try (Connection connection = Databases.current()) {
            String text = TablesPage.of(connection);
            if (Boolean.getBoolean("atelier.reference.write")) {
                Files.writeString(page, text);
            }
            assertThat(page).hasContent(text);
        }
    }

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        return Files.exists(directory.resolve("db-migrations"))
                ? directory
                : Objects.requireNonNull(directory.getParent());
    }
}
