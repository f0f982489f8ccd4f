package org.atelier.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.atelier.accounts.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsersTest {

    private static final RunningApi API = RunningApi.shared();
    private static final ApiClient ADMIN = API.as("users-admin", Role.ADMIN);

    private static String json(String username) {
        return "{\"username\":\"" + username + "\",\"password\":\"" + RunningApi.PASSWORD + "\"}";
    }

    @Test
    void an_admin_makes_an_account_which_is_a_reader_unless_he_says_otherwise() {
        Answer made = ADMIN.post("/users/", json("users-anna"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().propertyNames())
                .containsExactly("id", "username", "email", "full_name", "roles", "actif", "date_creation", "buckets");
        assertThat(made.json().get("roles").toString()).isEqualTo("[\"reader\"]");
        assertThat(made.json().get("date_creation").asString()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(made.body()).doesNotContain("argon2", RunningApi.PASSWORD);
        Answer again = ADMIN.get(made.header("Location"));
        assertThat(again.body()).isEqualTo(made.body());
        assertThat(again.header("ETag")).isEqualTo(made.header("ETag")).isNotBlank();
        assertThat(API.loggedIn("users-anna").get("/users/me/").body()).isEqualTo(made.body());
    }

    @Test
    void roles_are_given_by_admins() {
        Answer made = ADMIN.post(
                "/users",
                json("users-bea").replace("}", ",\"roles\":[\"operator\",\"reader\"],\"email\":\"bea@example.org\"}"));
        assertThat(made.json().get("roles").toString()).isEqualTo("[\"reader\",\"operator\"]");
        assertThat(ADMIN.post("/users", json("users-b2").replace("}", ",\"roles\":[\"root\"]}"))
                        .json()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("roles");
    }

    @ParameterizedTest
    @CsvSource({
        "a_short_one, short pass,         password, must have at least 12 characters",
        "users-same-name, USERS-same-name, password, must not be the username",
        "no, a long password of tests,    username, 'must have 3 to 100 letters, digits or any of . _ @ + -'",
        "with blank, a long password of tests, username, 'must have 3 to 100 letters, digits or any of . _ @ + -'"
    })
    void what_is_no_account_is_refused_by_field(String username, String password, String field, String message) {
        Answer refused = ADMIN.post("/users/", "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(refused.json().at("/errors/0/message").asString()).isEqualTo(message);
        assertThat(refused.body()).doesNotContain(password);
    }

    @Test
    void annotations_of_fields_and_unknown_fields_are_told_by_their_names_in_json() {
        Answer refused = ADMIN.post("/users/", "{\"email\":\"nowhere\",\"full_name\":\"" + "x".repeat(201) + "\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("errors").findValuesAsString("field"))
                .containsExactly("email", "full_name", "password", "username");
        Answer unknown = ADMIN.post("/users/", json("users-x").replace("}", ",\"id\":7}"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().at("/errors/0/field").asString()).isEqualTo("id");
        Answer wrongType = ADMIN.post("/users/", json("users-x").replace("}", ",\"roles\":\"admin\"}"));
        assertThat(wrongType.status()).isEqualTo(422);
        assertThat(wrongType.json().at("/errors/0/field").asString()).isEqualTo("roles");
        assertThat(ADMIN.post("/users/", "{\"username\":").status()).isEqualTo(400);
    }

    @Test
    void two_accounts_have_neither_one_name_nor_one_address() {
        assertThat(ADMIN.post("/users/", json("users-carl").replace("}", ",\"email\":\"carl@example.org\"}"))
                        .status())
                .isEqualTo(201);
        Answer name = ADMIN.post("/users/", json("Users-Carl"));
        assertThat(name.status()).isEqualTo(409);
        assertThat(name.json().get("detail").asString()).isEqualTo("another account has that username");
        Answer address = ADMIN.post("/users/", json("users-c2").replace("}", ",\"email\":\"CARL@example.org\"}"));
        assertThat(address.status()).isEqualTo(409);
        assertThat(address.json().get("detail").asString()).isEqualTo("another account has that email");
    }

    @Test
    void a_deactivated_accounts_tokens_end_at_once_and_do_not_come_back() {
        long id = API.account("users-dora", Role.READER);
        ApiClient dora = API.loggedIn("users-dora");
        assertThat(dora.get("/users/me").status()).isEqualTo(200);
        assertThat(ADMIN.patch("/users/" + id, "{\"actif\":false}")
                        .json()
                        .get("actif")
                        .asBoolean())
                .isFalse();
        Answer ended = dora.get("/users/me");
        assertThat(ended.status()).isEqualTo(401);
        assertThat(ended.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
        assertThat(API.anybody().login("users-dora", RunningApi.PASSWORD).status())
                .isEqualTo(401);
        ADMIN.patch("/users/" + id, "{\"actif\":true}");
        assertThat(dora.get("/users/me").status()).isEqualTo(401);
        assertThat(API.loggedIn("users-dora").get("/users/me").status()).isEqualTo(200);
    }

    @Test
    void a_new_password_ends_tokens_and_new_roles_count_at_once() {
        long id = API.account("users-emil", Role.READER);
        ApiClient emil = API.loggedIn("users-emil");
        assertThat(emil.get("/users").status()).isEqualTo(403);
        ADMIN.patch("/users/" + id, "{\"roles\":[\"admin\"]}");
        assertThat(emil.get("/users").status()).isEqualTo(200);
        ADMIN.patch("/users/" + id, "{\"password\":\"quite another password\",\"roles\":[]}");
        assertThat(emil.get("/users/me").status()).isEqualTo(401);
        assertThat(API.anybody().login("users-emil", RunningApi.PASSWORD).status())
                .isEqualTo(401);
        assertThat(API.anybody().login("users-emil", "quite another password").status())
                .isEqualTo(200);
        assertThat(ADMIN.patch("/users/" + id, "{\"password\":\"Users-Emil\"}").status())
                .isEqualTo(422);
    }

    @Test
    void a_deleted_account_is_gone_with_its_tokens_and_whoever_gets_its_name_does_not_get_them() {
        long id = API.account("users-fred", Role.READER);
        ApiClient fred = API.loggedIn("users-fred");
        assertThat(ADMIN.delete("/users/" + id).status()).isEqualTo(204);
        assertThat(ADMIN.get("/users/" + id).status()).isEqualTo(404);
        assertThat(ADMIN.delete("/users/" + id).status()).isEqualTo(404);
        API.account("users-fred", Role.READER);
        assertThat(fred.get("/users/me").status()).isEqualTo(401);
    }

    @Test
    void who_saw_an_older_state_does_not_change_the_newer_one() {
        long id = API.account("users-gina", Role.READER);
        String seen = ADMIN.get("/users/" + id).header("ETag");
        assertThat(ADMIN.get("/users/" + id, "If-None-Match", seen).status()).isEqualTo(304);
        assertThat(ADMIN.patch("/users/" + id, "{\"full_name\":\"Gina\"}", "If-Match", seen)
                        .status())
                .isEqualTo(200);
        Answer stale = ADMIN.patch("/users/" + id, "{\"full_name\":\"Other\"}", "If-Match", seen);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(ADMIN.delete("/users/" + id, "If-Match", seen).status()).isEqualTo(412);
        assertThat(ADMIN.get("/users/" + id).json().get("full_name").asString()).isEqualTo("Gina");
    }

    @Test
    void the_list_comes_in_parts_with_links_and_a_number_that_is_asked_for() {
        API.account("users-h1", Role.READER);
        API.account("users-h2", Role.READER);
        Answer first = ADMIN.get("/users/?limit=1&total=true");
        assertThat(first.json().size()).isEqualTo(1);
        assertThat(Integer.parseInt(first.header("X-Total-Count"))).isGreaterThan(2);
        assertThat(first.header("Link")).contains("</users?limit=1&total=true&skip=1>; rel=\"next\"");
        Answer second = ADMIN.get("/users/?limit=1&skip=1");
        assertThat(second.header("Link")).contains("rel=\"next\"").contains("skip=0>; rel=\"prev\"");
        assertThat(second.header("X-Total-Count")).isEmpty();
        assertThat(second.json().get(0).get("id").asLong())
                .isGreaterThan(first.json().get(0).get("id").asLong());
        for (String wrong : new String[] {"limit=0", "limit=1001", "skip=-1", "skip=x", "total=maybe"}) {
            Answer refused = ADMIN.get("/users/?" + wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(422);
            assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo(wrong.replaceFirst("=.*", ""));
        }
    }

    @Test
    void the_last_admin_stays() {
        try (RunningApi alone = RunningApi.start(java.util.Map.of())) {
            long id = alone.account("last-admin", Role.ADMIN);
            ApiClient admin = alone.loggedIn("last-admin");
            assertThat(admin.delete("/users/" + id).status()).isEqualTo(409);
            assertThat(admin.patch("/users/" + id, "{\"actif\":false}").status())
                    .isEqualTo(409);
            assertThat(admin.patch("/users/" + id, "{\"roles\":[\"reader\"]}").status())
                    .isEqualTo(409);
            alone.account("second-admin", Role.ADMIN);
            assertThat(admin.delete("/users/" + id).status()).isEqualTo(204);
        }
    }

    @Test
    void registration_is_closed_unless_it_is_opened_and_then_makes_readers_alone() {
        assertThat(API.anybody().post("/users/", json("users-iris")).status()).isEqualTo(401);
        RunningApi open = RunningApi.other();
        Answer made = open.anybody().post("/users/", json("users-iris"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().get("roles").toString()).isEqualTo("[\"reader\"]");
        Answer more = open.anybody().post("/users/", json("users-jan").replace("}", ",\"roles\":[\"admin\"]}"));
        assertThat(more.status()).isEqualTo(403);
        assertThat(open.loggedIn("users-iris").get("/users").status()).isEqualTo(403);
    }

    @Test
    void a_value_that_the_database_does_not_take_is_the_callers_fault() {
        Answer refused = ADMIN.post("/users/", json("users-kim").replace("}", ",\"full_name\":\"a\\u0000b\"}"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).doesNotContain("0x00", "UTF8");
        assertThat(API.anybody().login("users\u0000kim", RunningApi.PASSWORD).status())
                .isEqualTo(401);
    }
}
