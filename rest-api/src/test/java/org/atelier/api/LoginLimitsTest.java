package org.atelier.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.atelier.accounts.Passwords;
import org.atelier.accounts.Role;
import org.junit.jupiter.api.Test;

class LoginLimitsTest {

    private static final RunningApi API = RunningApi.shared();
    private static final String WRONG = "this is a wrong password";

    private static Answer login(String username, String password, String from) {
        return API.anybody().login(username, password, from);
    }

    @Test
    void after_five_failures_a_user_is_refused_at_that_address_and_at_no_other() {
        API.account("limits-anna", Role.READER);
        for (int i = 0; i < 5; i++) {
            assertThat(login("limits-anna", WRONG, "10.9.0.1").status()).isEqualTo(401);
        }
        long before = API.part(Passwords.class).verifications();
        Answer refused = login("limits-anna", RunningApi.PASSWORD, "10.9.0.1");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(1L, 901L);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(API.part(Passwords.class).verifications()).isEqualTo(before);
        assertThat(login("limits-anna", RunningApi.PASSWORD, "10.9.0.2").status())
                .isEqualTo(200);
    }

    @Test
    void whatever_the_case_of_the_username_it_is_one_user() {
        for (String name : new String[] {"limits-x", "Limits-x", "LIMITS-x", "limits-X", "LiMits-x"}) {
            assertThat(login(name, WRONG, "10.9.1.1").status()).isEqualTo(401);
        }
        assertThat(login("limits-x", WRONG, "10.9.1.1").status()).isEqualTo(429);
    }

    @Test
    void after_twenty_failures_an_address_is_refused_whomever_it_names() {
        API.account("limits-bea", Role.READER);
        for (int i = 0; i < 20; i++) {
            assertThat(login("limits-nobody-" + i, WRONG, "10.9.2.1").status()).isEqualTo(401);
        }
        assertThat(login("limits-bea", RunningApi.PASSWORD, "10.9.2.1").status())
                .isEqualTo(429);
        assertThat(login("limits-bea", RunningApi.PASSWORD, "10.9.2.2").status())
                .isEqualTo(200);
    }

    @Test
    void whoever_has_a_network_of_ipv6_has_one_address() {
        for (int i = 0; i < 20; i++) {
            assertThat(login("limits-nobody-" + i, WRONG, "2001:db8:0:1::" + Integer.toHexString(i + 1))
                            .status())
                    .isEqualTo(401);
        }
        assertThat(login("limits-carl", WRONG, "2001:db8:0:1:ffff::1").status()).isEqualTo(429);
        assertThat(login("limits-carl", WRONG, "2001:db8:0:2::1").status()).isEqualTo(401);
    }

    @Test
    void right_logins_are_not_counted() {
        API.account("limits-dora", Role.READER);
        for (int i = 0; i < 25; i++) {
            assertThat(login("limits-dora", RunningApi.PASSWORD, "10.9.3.1").status())
                    .isEqualTo(200);
        }
        for (int i = 0; i < 4; i++) {
            login("limits-dora", WRONG, "10.9.3.1");
        }
        assertThat(login("limits-dora", RunningApi.PASSWORD, "10.9.3.1").status())
                .isEqualTo(200);
        for (int i = 0; i < 5; i++) {
            assertThat(login("limits-dora", WRONG, "10.9.3.1").status()).isEqualTo(401);
        }
        assertThat(login("limits-dora", WRONG, "10.9.3.1").status()).isEqualTo(429);
    }
}
