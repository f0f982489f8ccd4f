package org.atelier.api;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the service answered.
 *
 * @param status of HTTP
 * @param headers names in any case
 * @param body as text
 */
public record Answer(int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** The first value; empty when there is none. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
