package org.atelier.api.security;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import org.atelier.api.security.Route.Access;
import org.atelier.serve.ServiceSettings;

/**
 * The table of routes: security is made of it, and so are the tests of who may what. A resource adds its lines here; one
 * without a line is refused to everybody but admins, and a test fails.
 */
public final class Routes {

    private Routes() {}

    /** All routes, the first that fits counts. */
    public static List<Route> of(ServiceSettings settings) {
        return List.of(
                new Route(GET, "/health/**", Access.OPEN),
                new Route(GET, "/metrics", settings.openMetrics() ? Access.OPEN : Access.OPERATE),
                new Route(POST, "/token", Access.OPEN),
                new Route(POST, "/users", settings.openRegistration() ? Access.OPEN : Access.ADMINISTER),
                new Route(GET, "/users/me", Access.SELF),
                new Route(GET, "/users", Access.ADMINISTER),
                new Route(GET, "/users/{id}", Access.ADMINISTER),
                new Route(PATCH, "/users/{id}", Access.ADMINISTER),
                new Route(DELETE, "/users/{id}", Access.ADMINISTER));
    }
}
