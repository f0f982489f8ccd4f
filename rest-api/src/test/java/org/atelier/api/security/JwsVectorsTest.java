package org.atelier.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEProcessor;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.security.oauth2.jwt.BadJwtException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges Wycheproof's JSON web signatures by what judges our tokens; by {@code -Datelier.jws=FILE}. Their payloads are
 * no claims, so that they are not taken as tokens, but by the same configuration.
 */
@EnabledIfSystemProperty(named = "atelier.jws", matches = ".+")
class JwsVectorsTest {

    private static final Map<String, JWSAlgorithm> OURS =
            Map.of("HS256", JWSAlgorithm.HS256, "RS256", JWSAlgorithm.RS256);

    /**
     * Where the file cannot be followed. 367 and 370 are said to be wrong, and are letter by letter 357, which is said
     * to be right. 372 and 373 are said to be right, and have a character that base64url does not have: RFC 7515
     * refuses them, and so do we.
     */
    private static final Set<Integer> OTHERWISE = Set.of(367, 370, 372, 373);

    @Test
    void every_signature_is_judged_right_and_one_by_an_algorithm_that_is_not_ours_is_refused() throws Exception {
        JsonNode file = JsonMapper.shared().readTree(Files.readString(Path.of(System.getProperty("atelier.jws", ""))));
        List<String> wrong = new ArrayList<>();
        int judged = 0;
        int accepted = 0;
        for (JsonNode group : file.get("testGroups")) {
            JsonNode key = group.has("public") ? group.get("public") : group.get("private");
            JWSAlgorithm named = OURS.get(key.path("alg").asString(""));
            JWSAlgorithm algorithm = named != null ? named : JWSAlgorithm.RS256;
            for (JsonNode vector : group.get("tests")) {
                int id = vector.get("tcId").asInt();
                boolean said = vector.get("result").asString().equals("valid") && named != null;
                boolean right = said != OTHERWISE.contains(id);
                boolean taken = takes(key, algorithm, vector.get("jws").asString());
                judged++;
                accepted += taken ? 1 : 0;
                if (taken != right) {
                    wrong.add(id + " " + vector.get("comment") + " of " + group.get("comment"));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(judged).isEqualTo(file.get("numberOfTests").asInt());
        assertThat(accepted).isPositive();
    }

    private static boolean takes(JsonNode key, JWSAlgorithm algorithm, String jws) {
        try {
            CompactForm.require(jws);
            DefaultJOSEProcessor<SecurityContext> processor = new DefaultJOSEProcessor<>();
            TokenDecoder.taking(processor, new TokenKeys(algorithm, List.of(JWK.parse(key.toString()))));
            processor.process(JOSEObject.parse(jws), null);
            return true;
        } catch (ParseException | BadJOSEException | JOSEException | BadJwtException e) {
            return false;
        }
    }
}
