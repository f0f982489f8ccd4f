package org.atelier.api;

import java.util.HashMap;
import java.util.Map;
import org.atelier.api.security.OwnAccounts;
import org.atelier.serve.ServiceSettings;

/** Atelier's settings as Spring Boot's properties, and what never is otherwise. */
final class ServiceProperties {

    /** Of arrays and objects in a body. */
    private static final String DEEPEST_JSON = "20";

    private ServiceProperties() {}

    static Map<String, Object> of(ServiceSettings settings) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "server.address",
                settings.address(),
                "server.port",
                settings.port(),
                "server.shutdown",
                "graceful",
                "spring.lifecycle.timeout-per-shutdown-phase",
                "20s",
                // No effect before Java 21.
                "spring.threads.virtual.enabled",
                "true",
                "spring.main.banner-mode",
                "off",
                "spring.main.log-startup-info",
                "false",
                "spring.web.resources.add-mappings",
                "false",
                OwnAccounts.PROPERTY,
                settings.identityProvider().isEmpty()));
        properties.putAll(Map.of(
                "spring.jackson.property-naming-strategy", "SNAKE_CASE",
                "spring.jackson.deserialization.fail-on-unknown-properties", "true",
                "spring.jackson.factory.constraints.read.max-nesting-depth", DEEPEST_JSON));
        properties.putAll(Map.of(
                "management.endpoints.web.base-path", "/",
                "management.endpoints.web.discovery.enabled", "false",
                "management.endpoints.web.exposure.include", "health,prometheus",
                "management.endpoints.web.path-mapping.prometheus", "metrics",
                // Of each filter of security a dozen figures, which nobody reads and every request pays for.
                "management.observations.enable.spring.security", "false",
                "management.endpoint.health.probes.enabled", "true",
                "management.endpoint.health.show-details", "never",
                "management.endpoint.health.show-components", "never",
                "management.endpoint.health.group.readiness.include", "readinessState,database"));
        return properties;
    }
}
