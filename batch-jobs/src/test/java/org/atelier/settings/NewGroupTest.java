package org.atelier.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job that nobody knew when the house was built gets its settings by one class of its own. */
class NewGroupTest {

    @TempDir
    Path directory;

    private String ask(Map<String, String> environment) throws Exception {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(services.resolve(SettingGroup.class.getName()), OvenKeys.class.getName() + "\n");
        try (URLClassLoader program = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Object question =
                    program.loadClass(Question.class.getName()).getConstructor().newInstance();
            @SuppressWarnings("unchecked")
            Function<Map<String, String>, String> asked = (Function<Map<String, String>, String>) question;
            return asked.apply(environment);
        }
    }

    private URL[] classPath() throws Exception {
        List<URL> urls = new ArrayList<>(List.of(directory.toUri().toURL()));
        for (String place : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            urls.add(Path.of(place).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    @Test
    void it_is_read_from_the_environment_and_from_yaml_and_has_its_default() throws Exception {
        assertThat(ask(Map.of())).isEqualTo("Oven[degrees=200]");
        assertThat(ask(Map.of("ATELIER_OVEN_DEGREES", "180"))).isEqualTo("Oven[degrees=180]");
        Path file = Files.writeString(directory.resolve("oven.yaml"), "atelier:\n  oven:\n    degrees: 220\n");
        assertThat(ask(Map.of("ATELIER_CONFIG", file.toString()))).isEqualTo("Oven[degrees=220]");
    }

    @Test
    void what_is_wrong_with_it_is_told_among_all_problems() throws Exception {
        assertThat(ask(Map.of("ATELIER_OVEN_DEGREES", "hot", "ATELIER_OVEN_DEGRES", "1", "ATELIER_TIME_ZONE", "Mars")))
                .contains("'hot' is no value of atelier.oven.degrees; it expects a whole number from 20 to 300")
                .contains("did you mean ATELIER_OVEN_DEGREES?")
                .contains("'Mars' is no value of atelier.time-zone");
    }

    @Test
    void a_plain_name_that_is_wrong_stops_that_job_alone() throws Exception {
        assertThat(ask(Map.of("OVEN_HEAT", "hot"))).isEqualTo("Oven[degrees=200] lacks: environment OVEN_HEAT");
    }

    @Test
    void it_stands_among_the_jobs_by_its_name() throws Exception {
        assertThat(ask(Map.of("ATELIER_TRIGGER", "demo")))
                .containsSubsequence(
                        "atelier.machine-logs.source",
                        "atelier.orders.source",
                        "atelier.oven.degrees",
                        "atelier.metrics");
    }

    /** What the job is told. */
    public record Oven(int degrees) {}

    /** The one class. */
    public static final class OvenKeys extends SettingGroup {

        private static final Setting<Integer> DEGREES = Setting.of(
                        "atelier.oven.degrees", SettingTypes.number(20, 300), "200", "180", "How hot the oven is.")
                .alsoNamed("OVEN_HEAT");

        /** Found by the service loader. */
        public OvenKeys() {
            super("oven", Part.JOB, List.of(DEGREES));
        }

        @Override
        protected Object read(Values values, Path dataDir, ZoneId zone) {
            return new Oven(values.value(DEGREES));
        }
    }

    /** Asked within a program that has that class. */
    public static final class Question implements Function<Map<String, String>, String> {

        @Override
        public String apply(Map<String, String> environment) {
            try {
                Path nowhere = Path.of("/nowhere");
                Settings settings = SettingsReader.read(null, new Surroundings(environment, nowhere, nowhere));
                List<String> lacks =
                        settings.lacksOf("oven").stream().map(Problem::where).toList();
                return settings.forJobs().get(Oven.class)
                        + (lacks.isEmpty() ? "" : " lacks: " + String.join(", ", lacks))
                        + (settings.trigger() == Trigger.DEMO
                                ? Catalogue.all().stream().map(Setting::key).toList()
                                : "");
            } catch (ConfigurationException e) {
                return String.valueOf(e.getMessage());
            }
        }
    }
}
