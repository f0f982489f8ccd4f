package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.atelier.accounts.Passwords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accounts of the HTTP service, kept on the command line. */
class UsersCommandTest {

    private LogsUse plant;

    @BeforeEach
    void open(@TempDir Path directory) {
        plant = new LogsUse(directory);
    }

    @AfterEach
    void close() {
        plant.close();
    }

    private JsonNode accounts() {
        return JsonMapper.shared()
                .readTree(plant.use(0, "users", "list", "-o", "json").out())
                .get("accounts");
    }

    @Test
    void the_first_admin_is_made_with_a_password_that_is_shown_once() throws Exception {
        CommandLineUse added = plant.use(0, "users", "add", "chef", "--role", "admin", "--email", "chef@example.org");
        String password = added.err().replaceFirst("(?s).*shown this once: (\\S+).*", "$1");
        assertThat(added.out()).contains("chef", "admin").doesNotContain(password);
        String hash = plant.rows("select hashed_password from utilisateur").get(0);
        assertThat(hash).startsWith("{argon2}");
        assertThat(new Passwords().verify(password, hash)).isTrue();
        assertThat(plant.use("users", "list").out()).doesNotContain("argon2");
    }

    @Test
    void accounts_are_disabled_enabled_and_get_roles_and_passwords() throws Exception {
        plant.use(0, "users", "add", "reader-one");
        plant.use(0, "users", "disable", "READER-ONE");
        assertThat(accounts().get(0).get("actif").asBoolean()).isFalse();
        plant.use(0, "users", "enable", "reader-one");
        plant.use(0, "users", "roles", "reader-one", "operator", "ingest");
        assertThat(accounts().get(0).get("roles").toString()).isEqualTo("[\"ingest\",\"operator\"]");
        String before = plant.rows("select hashed_password from utilisateur").get(0);
        plant.use(0, "users", "password", "reader-one");
        assertThat(plant.rows("select hashed_password from utilisateur").get(0)).isNotEqualTo(before);
    }

    @Test
    void what_cannot_be_is_refused_with_what_to_type_next() {
        plant.use(0, "users", "add", "chef");
        plant.follow(plant.use(2, "users", "add", "x"), "atelier users --help", 0);
        plant.follow(plant.use(2, "users", "add", "chef"), "atelier users --help", 0);
        plant.follow(plant.use(2, "users", "add", "other", "--role", "king"), "atelier users --help", 0);
        plant.follow(plant.use(4, "users", "disable", "nobody"), "atelier users list", 0);
        plant.follow(plant.use(4, "users", "import"), "atelier users import --help", 0);
        assertThat(plant.use(4, "users", "import", "--from", "x; drop table y").err())
                .contains("names no table");
    }

    @Test
    void accounts_of_an_earlier_program_are_taken_over_as_readers() throws Exception {
        plant.execute("""
                create table "user" (id serial, username text, email text, full_name text, hashed_password text,
                                     disabled boolean);
                insert into "user" (username, email, hashed_password, disabled) values
                ('anna', 'anna@example.org', '$2b$12$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31lW', false),
                ('bert', null, '$2b$12$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31lW', true),
                ('carl', null, 'plain', false), ('x', null, null, null)
                """);
        assertThat(plant.use(0, "users", "import").out())
                .contains("its hash is not of bcrypt", "the username must have");
        assertThat(accounts()).hasSize(2);
        assertThat(accounts().get(1).get("actif").asBoolean()).isFalse();
        assertThat(new Passwords()
                        .verify(
                                "secret",
                                plant.rows("select hashed_password from utilisateur order by id")
                                        .get(0)))
                .isTrue();
        assertThat(plant.use(0, "users", "import").out()).contains("anna");
        assertThat(accounts()).hasSize(2);
    }
}
