package org.atelier.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.atelier.accounts.Accounts;
import org.atelier.accounts.NewAccount;
import org.atelier.accounts.Passwords;
import org.atelier.accounts.Role;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TokenRouteTest {

    private static final RunningApi API = RunningApi.shared();

    @Test
    void a_right_password_gives_a_token_that_opens_what_the_role_may() {
        API.account("token-anna", Role.READER);
        Answer answer = API.anybody().login("token-anna", RunningApi.PASSWORD);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.json().get("token_type").asString()).isEqualTo("bearer");
        assertThat(answer.json().get("expires_in").asLong()).isEqualTo(1800);
        assertThat(answer.json().propertyNames()).containsExactly("access_token", "token_type", "expires_in");
        ApiClient anna =
                API.anybody().withToken(answer.json().get("access_token").asString());
        assertThat(anna.get("/users/me").json().get("username").asString()).isEqualTo("token-anna");
    }

    @Test
    void a_token_says_who_made_it_for_whom_and_until_when_and_nothing_of_the_person() {
        long id = API.account("token-bea", Role.ADMIN);
        String token = API.anybody()
                .login("token-bea", RunningApi.PASSWORD)
                .json()
                .get("access_token")
                .asString();
        JsonNode header = part(token, 0);
        JsonNode claims = part(token, 1);
        assertThat(header.get("alg").asString()).isEqualTo("HS256");
        assertThat(header.get("kid").asString()).isNotBlank();
        assertThat(claims.propertyNames()).containsExactlyInAnyOrder("iss", "aud", "sub", "iat", "exp", "ver");
        assertThat(claims.get("iss").asString()).isEqualTo("atelier");
        assertThat(claims.get("aud").asString()).isEqualTo("atelier-api");
        assertThat(claims.get("sub").asString()).isEqualTo(Long.toString(id));
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(1800);
        assertThat(claims.get("iat").asLong())
                .isCloseTo(Instant.now().getEpochSecond(), org.assertj.core.data.Offset.offset(30L));
    }

    private static JsonNode part(String token, int index) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]));
    }

    @Test
    void a_wrong_password_an_unknown_user_and_one_out_of_use_get_the_same_answer_and_cost_one_verification_each() {
        API.account("token-carl", Role.READER);
        long off = API.account("token-dora", Role.READER);
        API.part(Accounts.class).change(off, org.atelier.accounts.AccountChange.NONE.active(false));
        Passwords passwords = API.part(Passwords.class);
        for (String[] login : new String[][] {
            {"token-carl", "not the password at all"},
            {"token-nobody", RunningApi.PASSWORD},
            {"token-dora", RunningApi.PASSWORD}
        }) {
            long before = passwords.verifications();
            Answer answer = API.anybody().login(login[0], login[1]);
            assertThat(passwords.verifications() - before).as(login[0]).isEqualTo(1);
            assertThat(answer.status()).as(login[0]).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.json().get("detail").asString()).isEqualTo("the username or the password is wrong");
            assertThat(answer.body()).doesNotContain(login[0]);
        }
    }

    @Test
    void a_hash_of_bcrypt_is_read_and_replaced_by_one_of_argon2() throws Exception {
        Map<String, String> hashes = Map.of("token-emil", "", "token-fred", "{bcrypt}");
        for (Map.Entry<String, String> entry : hashes.entrySet()) {
            String hash = entry.getValue() + new BCryptPasswordEncoder(4).encode(RunningApi.PASSWORD);
            Accounts accounts = API.part(Accounts.class);
            accounts.add(new NewAccount(entry.getKey(), null, null, hash, Set.of(Role.READER)));
            assertThat(API.anybody().login(entry.getKey(), RunningApi.PASSWORD).status())
                    .isEqualTo(200);
            assertThat(accounts.credentials(entry.getKey()).orElseThrow().passwordHash())
                    .startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
            assertThat(API.anybody().login(entry.getKey(), RunningApi.PASSWORD).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void the_case_of_a_username_does_not_count() {
        API.account("token-Gina", Role.READER);
        assertThat(API.anybody().login("TOKEN-gina", RunningApi.PASSWORD).status())
                .isEqualTo(200);
    }

    @Test
    void what_is_missing_or_stands_in_the_address_is_refused() {
        Answer missing =
                API.anybody().send("POST", "/token", "username=x", "Content-Type", "application/x-www-form-urlencoded");
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.json().at("/errors/0/field").asString()).isEqualTo("password");
        Answer query = API.anybody()
                .send("POST", "/token?username=x&password=y", "", "Content-Type", "application/x-www-form-urlencoded");
        assertThat(query.status()).isEqualTo(422);
        Answer flow = API.anybody()
                .send(
                        "POST",
                        "/token",
                        "username=x&password=y&grant_type=client_credentials",
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        assertThat(flow.json().at("/errors/0/field").asString()).isEqualTo("grant_type");
        assertThat(API.anybody().post("/token", "{}").status()).isEqualTo(415);
        assertThat(API.anybody().get("/token").status()).isEqualTo(401);
    }
}
