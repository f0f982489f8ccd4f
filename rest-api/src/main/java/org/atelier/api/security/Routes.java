package org.atelier.api.security;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import org.atelier.api.security.Route.Access;
import org.atelier.serve.ServiceSettings;

/**
 * The table of routes: security is made of it, and so are the tests of who may what. A resource adds its lines here; a
 * test fails when one has none. A path in no line takes a token, so that nobody else learns what there is.
 */
public final class Routes {

    private Routes() {}

    /** All routes, the first that fits counts. */
    public static List<Route> of(ServiceSettings settings) {
        return List.of(
                new Route(GET, "/health/**", Access.OPEN),
                new Route(GET, "/metrics", settings.openMetrics() ? Access.OPEN : Access.OPERATE),
                new Route(GET, "/openapi.json", Access.OPEN),
                new Route(GET, "/docs/**", Access.OPEN),
                new Route(POST, "/token", Access.OPEN),
                new Route(POST, "/users", settings.openRegistration() ? Access.OPEN : Access.ADMINISTER),
                new Route(GET, "/users/me", Access.SELF),
                new Route(GET, "/users", Access.ADMINISTER),
                new Route(GET, "/users/{id}", Access.ADMINISTER),
                new Route(PATCH, "/users/{id}", Access.ADMINISTER),
                new Route(GET, "/centres", Access.READ),
                new Route(GET, "/centres/{id}", Access.READ),
                new Route(GET, "/sessions", Access.READ),
                new Route(GET, "/sessions/{id}", Access.READ),
                new Route(GET, "/sessions/{id}/jobs", Access.READ),
                new Route(GET, "/sessions/{id}/attentes", Access.READ),
                new Route(GET, "/sessions/{id}/arrets", Access.READ),
                new Route(GET, "/sessions/{id}/pieces", Access.READ),
                new Route(GET, "/job-profils", Access.READ),
                new Route(GET, "/job-profils/{id}", Access.READ),
                new Route(GET, "/periodes-attente", Access.READ),
                new Route(GET, "/periodes-attente/{id}", Access.READ),
                new Route(GET, "/periodes-arret", Access.READ),
                new Route(GET, "/periodes-arret/{id}", Access.READ),
                new Route(GET, "/pieces-production", Access.READ),
                new Route(GET, "/pieces-production/{id}", Access.READ),
                new Route(GET, "/commandes-volets", Access.READ),
                new Route(GET, "/commandes-volets/{id}", Access.READ),
                new Route(GET, "/commandes-volets/by-numero/{numero}", Access.READ),
                new Route(GET, "/commandes-volets/by-status/{status}", Access.READ),
                new Route(GET, "/commandes-accessoires", Access.READ),
                new Route(GET, "/commandes-accessoires/{id}", Access.READ),
                new Route(GET, "/freshness", Access.READ),
                new Route(GET, "/companies", Access.READ_MEASUREMENTS),
                new Route(GET, "/companies/{bucket}/campaigns", Access.READ_MEASUREMENTS),
                new Route(GET, "/devices", Access.READ_MEASUREMENTS),
                new Route(GET, "/channels", Access.READ_MEASUREMENTS),
                new Route(GET, "/channels/{id}", Access.READ_MEASUREMENTS),
                new Route(GET, "/buckets/{bucket}/channels", Access.READ_MEASUREMENTS),
                new Route(GET, "/sessions/{id}/timeline", Access.READ),
                new Route(GET, "/stats/production", Access.READ),
                new Route(GET, "/stats/centres", Access.READ),
                new Route(GET, "/explain/{centre}/{day}", Access.READ),
                new Route(GET, "/measurements", Access.READ_MEASUREMENTS),
                new Route(GET, "/runs", Access.OPERATE),
                new Route(GET, "/runs/{id}", Access.OPERATE),
                new Route(GET, "/runs/{id}/rejects", Access.OPERATE),
                new Route(GET, "/files", Access.OPERATE),
                new Route(GET, "/files/{id}", Access.OPERATE),
                new Route(GET, "/rejects", Access.OPERATE),
                new Route(DELETE, "/users/{id}", Access.ADMINISTER));
    }
}
