package org.atelier.launcher.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.atelier.launcher.command.Commands;
import org.atelier.settings.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The program takes every setting that the compose stack and the manifests give it. */
class SettingsInDeploymentsTest {

    @TempDir
    Path directory;

    private String checked(JsonNode settings) throws Exception {
        Map<String, String> environment = new HashMap<>();
        Path secret = Files.writeString(directory.resolve("secret"), "change-me");
        settings.propertyStream().forEach(setting -> {
            String name = setting.getKey();
            // What compose takes from .env: the default, else any text.
            String value = setting.getValue().asString().replaceAll("\\$\\{\\w+:-([^}]*)}", "$1");
            environment.put(name, name.endsWith("_FILE") ? secret.toString() : value.replaceAll("\\$\\{.*}", "text"));
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        Surroundings surroundings = new Surroundings(environment, directory, directory);
        int code = Commands.execute(surroundings, printed, printed, Clock.systemUTC(), "check", "config");
        return code + "\n" + out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void the_compose_stack_s_settings_can_be_used() throws Exception {
        assertThat(checked(DeployFiles.yaml("compose.yaml").at("/services/scheduler/environment")))
                .startsWith("0\n")
                .contains("every setting can be used");
    }

    @Test
    void the_manifests_settings_can_be_used() throws Exception {
        assertThat(checked(DeployFiles.yaml("kubernetes/base/settings.yaml").get("data")))
                .startsWith("0\n")
                .contains("every setting can be used");
    }
}
