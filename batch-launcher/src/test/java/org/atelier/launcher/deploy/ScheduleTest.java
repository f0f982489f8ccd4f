package org.atelier.launcher.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
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

/** What starts the jobs and the purge, wherever they are deployed: the same commands at the same times. */
class ScheduleTest {

    /**
     * When each command is agreed to start: orders shifted by 7 minutes, measurements every 5, the purge between two
     * runs of machine-logs.
     */
    private static final Map<String, When> AGREED = Map.of(
            "run machine-logs", new When("every hour", List.of(0, 15, 30, 45)),
            "run orders", new When("every hour", List.of(7, 22, 37, 52)),
            "run measurements", new When("every hour", List.of(0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55)),
            "purge", new When("Sunday, 4 h", List.of(10)));

    /** What stands for these hours: in a crontab, in a timer. */
    private static final Map<String, String> HOURS =
            Map.of("* * * *", "every hour", "*", "every hour", "4 * * 0", "Sunday, 4 h", "Sun *-*-* 04", "Sunday, 4 h");

    private static final Pattern CRON =
            Pattern.compile("(?m)^(\\S+) +(\\S+ \\S+ \\S+ \\S+) +(?:exec )?atelier (.+?)(?: >/dev/null)?$");
    private static final Pattern CALENDAR = Pattern.compile("(?m)^OnCalendar=(.+):([\\d/]+)$");
    private static final Pattern UNIT = Pattern.compile("(?m)^Unit=atelier@(.+)\\.service$");
    private static final Pattern START = Pattern.compile("(?m)^ExecStart=/opt/atelier/atelier (.+)$");

    private record When(String hours, List<Integer> minutes) {

        static When of(String hours, String minutes) {
            return new When(HOURS.getOrDefault(hours, hours), minutesOf(minutes));
        }
    }

    private record Entry(When when, String command) {

        /** The command without its options. */
        String act() {
            return command.replaceAll(" ?--quiet ?| --.*", "");
        }
    }

    private static List<Entry> crontab(String name) {
        return matches(CRON, DeployFiles.text(name))
                .map(line -> new Entry(When.of(line.group(2), line.group(1)), line.group(3)))
                .toList();
    }

    private static List<Entry> timers() {
        return DeployFiles.names("systemd", ".timer").stream()
                .map(name -> {
                    MatchResult calendar = first(CALENDAR, name);
                    return new Entry(
                            When.of(calendar.group(1), calendar.group(2)),
                            start(first(UNIT, name).group(1)));
                })
                .toList();
    }

    /** What the unit of that instance starts: the drop-in of an instance counts before what all share. */
    private static String start(String instance) {
        String dropIn = "systemd/atelier@" + instance + ".service.d";
        String unit = Stream.of(dropIn)
                .filter(directory -> Files.isDirectory(DeployFiles.path(directory)))
                .flatMap(directory -> DeployFiles.names(directory, ".conf").stream())
                .filter(name -> START.matcher(DeployFiles.text(name)).find())
                .findFirst()
                .orElse("systemd/atelier@.service");
        return first(START, unit).group(1).replace("%i", instance);
    }

    private static List<Entry> cronJobs() {
        return ManifestsTest.cronJobs().stream()
                .map(DeployFiles::yaml)
                .map(manifest -> {
                    String[] schedule = manifest.at("/spec/schedule").asString().split(" ", 2);
                    return new Entry(
                            When.of(schedule[1], schedule[0]),
                            arguments(manifest.at("/spec/jobTemplate/spec/template/spec/containers/0/args")));
                })
                .toList();
    }

    static List<List<Entry>> schedules() {
        return List.of(crontab("cron/atelier.crontab"), crontab("scheduler/atelier.crontab"), timers(), cronJobs());
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void everything_starts_when_it_was_agreed(List<Entry> schedule) {
        Map<String, When> found = new TreeMap<>();
        schedule.forEach(entry -> found.put(entry.act(), entry.when()));
        assertThat(found).isEqualTo(AGREED);
    }

    @Test
    void no_line_of_a_crontab_was_passed_over() {
        assertThat(List.of("cron/atelier.crontab", "scheduler/atelier.crontab"))
                .allSatisfy(name -> assertThat(DeployFiles.text(name).lines().filter(line -> line.matches("[*\\d].*")))
                        .hasSize(crontab(name).size()));
    }

    @Test
    void a_run_of_a_schedule_says_so_in_the_history() {
        assertThat(DeployFiles.text("cron/atelier.crontab")).containsPattern("(?m)^ATELIER_TRIGGER=cron$");
        assertThat(DeployFiles.text("scheduler/atelier.crontab")).containsPattern("(?m)^ATELIER_TRIGGER=cron$");
        assertThat(DeployFiles.text("systemd/atelier@.service"))
                .containsPattern("(?m)^Environment=ATELIER_TRIGGER=cron$");
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
    void a_drop_in_takes_the_place_of_the_command_that_all_instances_share() {
        assertThat(DeployFiles.text("systemd/atelier@purge.service.d/purge.conf"))
                .containsSubsequence("[Service]\n", "ExecStart=\n", "ExecStart=/opt/atelier/atelier purge\n");
    }

    @Test
    void the_image_s_health_is_asked_by_that_command() {
        assertThat(DeployFiles.text("Dockerfile")).contains("[\"atelier\", \"--quiet\", \"check\", \"database\"]");
    }

    private static String arguments(JsonNode list) {
        return String.join(" ", list.valueStream().map(JsonNode::asString).toList());
    }

    /** {@code 10}, {@code 7-59/15}, {@code 07/15} or an asterisk for the first minute. */
    private static List<Integer> minutesOf(String field) {
        String[] parts = field.split("/", 2);
        int begin = parts[0].equals("*") ? 0 : Integer.parseInt(parts[0].split("-", 2)[0]);
        int step = parts.length == 1 ? 60 : Integer.parseInt(parts[1]);
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
