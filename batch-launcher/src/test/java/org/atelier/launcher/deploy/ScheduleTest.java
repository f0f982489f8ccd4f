package org.atelier.launcher.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.atelier.launcher.TypedCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What starts the jobs, wherever they are deployed: the same commands at the same times. */
class ScheduleTest {

    /** The agreed minutes of each job, of every hour: orders are shifted by 7. */
    private static final Map<String, List<Integer>> AGREED =
            Map.of("machine-logs", List.of(0, 15, 30, 45), "orders", List.of(7, 22, 37, 52));

    private static final Pattern CRON =
            Pattern.compile("(?m)^(\\S+) +\\* +\\* +\\* +\\* +(?:exec )?atelier (.+?)(?: >/dev/null)?$");
    private static final Pattern CALENDAR = Pattern.compile("(?m)^OnCalendar=\\*:(\\d+)/(\\d+)$");
    private static final Pattern UNIT = Pattern.compile("(?m)^Unit=atelier@(.+)\\.service$");
    private static final Pattern START = Pattern.compile("(?m)^ExecStart=/opt/atelier/atelier (.+)$");

    /** A command at minutes of every hour. */
    private record Entry(List<Integer> minutes, String command) {

        String job() {
            return command.replaceAll(".*\\brun (\\S+).*", "$1");
        }
    }

    private static List<Entry> crontab(String name) {
        return matches(CRON, DeployFiles.text(name))
                .map(line -> new Entry(minutes(line.group(1)), line.group(2)))
                .toList();
    }

    private static List<Entry> timers() {
        String start = first(START, "systemd/atelier@.service").group(1);
        return DeployFiles.names("systemd", ".timer").stream()
                .map(name -> {
                    MatchResult calendar = first(CALENDAR, name);
                    return new Entry(
                            every(Integer.parseInt(calendar.group(1)), Integer.parseInt(calendar.group(2))),
                            start.replace("%i", first(UNIT, name).group(1)));
                })
                .toList();
    }

    private static List<Entry> cronJobs() {
        return ManifestsTest.cronJobs().stream()
                .map(DeployFiles::yaml)
                .map(manifest -> new Entry(
                        minutes(manifest.at("/spec/schedule").asString().split(" ", 2)[0]),
                        arguments(manifest.at("/spec/jobTemplate/spec/template/spec/containers/0/args"))))
                .toList();
    }

    static List<List<Entry>> schedules() {
        return List.of(crontab("cron/atelier.crontab"), crontab("scheduler/atelier.crontab"), timers(), cronJobs());
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void every_job_runs_at_the_minutes_that_were_agreed(List<Entry> schedule) {
        Map<String, List<Integer>> found = new TreeMap<>();
        schedule.forEach(entry -> found.put(entry.job(), entry.minutes()));
        assertThat(found).isEqualTo(AGREED);
    }

    @Test
    void no_line_of_a_crontab_was_passed_over() {
        assertThat(List.of("cron/atelier.crontab", "scheduler/atelier.crontab"))
                .allSatisfy(name -> assertThat(DeployFiles.text(name).lines().filter(line -> line.matches("[*\\d].*")))
                        .hasSize(crontab(name).size()));
    }

    static List<String> commands() {
        Stream<String> others = Stream.of(
                arguments(DeployFiles.yaml("compose.yaml").at("/services/migrate/command")),
                arguments(DeployFiles.yaml("kubernetes/base/migrate.yaml").at("/spec/template/spec/containers/0/args")),
                "--quiet check database");
        return Stream.concat(schedules().stream().flatMap(List::stream).map(Entry::command), others)
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_program_takes_every_command(String command) {
        assertThatCode(() -> TypedCommand.parse(command)).doesNotThrowAnyException();
    }

    @Test
    void the_image_s_health_is_asked_by_that_command() {
        assertThat(DeployFiles.text("Dockerfile")).contains("[\"atelier\", \"--quiet\", \"check\", \"database\"]");
    }

    private static String arguments(JsonNode list) {
        return String.join(" ", list.valueStream().map(JsonNode::asString).toList());
    }

    private static List<Integer> minutes(String field) {
        String[] parts = field.split("/", 2);
        int begin = parts[0].equals("*") ? 0 : Integer.parseInt(parts[0].split("-", 2)[0]);
        return every(begin, Integer.parseInt(parts[1]));
    }

    private static List<Integer> every(int begin, int step) {
        return Stream.iterate(begin, minute -> minute < 60, minute -> minute + step)
                .toList();
    }

    private static MatchResult first(Pattern pattern, String name) {
        return matches(pattern, DeployFiles.text(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " has no " + pattern));
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
