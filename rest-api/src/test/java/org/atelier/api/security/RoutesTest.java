package org.atelier.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.atelier.accounts.Role;
import org.atelier.api.ApiClient;
import org.atelier.api.RunningApi;
import org.atelier.api.security.Route.Access;
import org.atelier.serve.ServiceSettings;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The matrix of who may what, made from the table and tried whole, and the table against what there is. */
class RoutesTest {

    private static final RunningApi API = RunningApi.shared();
    private static final List<Route> TABLE = Routes.of(API.part(ServiceSettings.class));
    private static final Map<Role, ApiClient> BY_ROLE = byRole();
    private static final ApiClient WITHOUT_ROLE = API.as("routes-none");
    private static final ApiClient BOUND = bound();

    private static Map<Role, ApiClient> byRole() {
        Map<Role, ApiClient> clients = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            clients.put(role, API.as("routes-" + role.word(), role));
        }
        return clients;
    }

    /** Has every role, and is bound to a company all the same. */
    private static ApiClient bound() {
        long id = API.account("routes-bound", Role.values());
        API.part(Jdbi.class)
                .useHandle(handle -> handle.createUpdate(
                                "insert into utilisateur_bucket (utilisateur_id, bucket) values (:id, 'acme')")
                        .bind("id", id)
                        .execute());
        return API.loggedIn("routes-bound");
    }

    /** Every line, by every method that it stands for. */
    static Stream<Route> table() {
        return TABLE.stream()
                .flatMap(route ->
                        route.methods().stream().map(method -> new Route(method, route.path(), route.access())));
    }

    /** With values for what the pattern leaves open, that name nothing. */
    private static int status(ApiClient client, Route route) {
        String path = route.path().replace("/**", "").replaceAll("\\{[^/]+}", "999999999");
        boolean body = List.of(HttpMethod.POST, HttpMethod.PATCH).contains(route.method());
        return client.send(route.method().name(), path, body ? "{}" : null).status();
    }

    @ParameterizedTest
    @MethodSource("table")
    void a_route_is_open_to_whom_the_table_says_and_to_nobody_else(Route route) {
        Access access = route.access();
        int anybody = status(API.anybody(), route);
        if (access == Access.OPEN) {
            assertThat(anybody).isNotIn(401, 403);
        } else {
            assertThat(anybody).isEqualTo(401);
        }
        boolean all = access == Access.OPEN || access == Access.SELF;
        BY_ROLE.forEach((role, client) ->
                expect(status(client, route), all || access.roles().contains(role), role + " " + route));
        expect(status(WITHOUT_ROLE, route), all, "without a role " + route);
        expect(status(BOUND, route), all || access.forBound(), "bound " + route);
    }

    private static void expect(int status, boolean may, String what) {
        if (may) {
            assertThat(status).as(what).isNotIn(401, 403, 500);
        } else {
            assertThat(status).as(what).isEqualTo(403);
        }
    }

    @Test
    void every_route_that_there_is_has_a_line_of_its_own() {
        Set<String> lines = new HashSet<>();
        TABLE.forEach(route -> lines.add(route.method() + " " + route.path()));
        List<String> there = new ArrayList<>();
        API.part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((info, method) -> there.addAll(routes(info)));
        assertThat(there).isNotEmpty().isSubsetOf(lines);
    }

    private static List<String> routes(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(path -> methods.stream().map(method -> method + " " + path))
                .toList();
    }

    @Test
    void every_role_may_something_and_every_access_is_in_its_place() {
        assertThat(Arrays.stream(Access.values())
                        .filter(access -> access.roles().isEmpty()))
                .containsExactly(Access.OPEN, Access.SELF);
        assertThat(Access.ADMINISTER.roles()).containsExactly(Role.ADMIN);
    }
}
