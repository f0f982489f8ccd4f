package org.atelier.launcher.complete;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.atelier.catalog.BatchJobs;
import org.atelier.launcher.command.Commands;
import org.atelier.settings.Surroundings;
import org.junit.jupiter.api.Test;

/** What the tab key offers, by what was typed. */
class CandidatesTest {

    private final List<String> asked = new ArrayList<>();

    private List<Candidate> candidates(String... words) {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Surroundings nothing = new Surroundings(Map.of(), Path.of("/"), Path.of("/"));
        return new Candidates(Commands.model(nothing, nowhere, nowhere), BatchJobs.all(), () -> {
                    asked.add("runs");
                    return List.of(new Candidate("12", "orders COMPLETED"), new Candidate("11", "machine-logs FAILED"));
                })
                .of(List.of(words));
    }

    private List<String> words(String... words) {
        return candidates(words).stream().map(Candidate::word).toList();
    }

    @Test
    void commands_and_their_own_commands() {
        assertThat(words("re")).containsExactly("restart", "rejects", "recover");
        assertThat(words("")).contains("run", "gdpr", "completion", "help").doesNotContain("__complete");
        assertThat(words("gdpr", "")).containsExactlyInAnyOrder("export", "erase");
        assertThat(words("-q", "-o", "json", "gdpr", "ex")).containsExactly("export");
        assertThat(candidates("jobs", "list")).containsExactly(new Candidate("list", "List the jobs."));
    }

    @Test
    void options_of_the_command_and_those_of_all() {
        assertThat(words("run", "--d")).containsExactly("--date", "--dry-run");
        assertThat(words("purge", "--o")).containsExactly("--older-than", "--only", "--output");
        assertThat(words("gdpr", "erase", "--ord")).containsExactly("--order");
    }

    @Test
    void values_of_an_option_apart_from_it_or_joined_to_it() {
        assertThat(words("run", "orders", "--if-running", "")).containsExactly("skip", "fail", "wait");
        assertThat(words("run", "orders", "--if-running=s")).containsExactly("--if-running=skip");
        assertThat(words("-o", "j")).containsExactly("json");
        assertThat(words("files", "list", "--state", "qu")).containsExactly("quarantined");
    }

    @Test
    void each_item_of_a_list() {
        assertThat(words("purge", "--only", "v")).containsExactly("vanished-orders");
        assertThat(words("purge", "--only", "rejects,l")).containsExactly("rejects,logs");
    }

    @Test
    void jobs_where_a_job_stands_and_their_parameters() {
        assertThat(words("run", "")).containsExactly("machine-logs", "measurements", "orders");
        assertThat(words("restart", "--last", "o")).containsExactly("orders");
        assertThat(words("run", "orders", "")).isEmpty();
        BatchJobs.all()
                .forEach(job -> assertThat(words("run", job.name(), "-p", ""))
                        .isEqualTo(job.parameters().stream()
                                .map(parameter -> parameter.name() + "=")
                                .toList()));
    }

    @Test
    void runs_where_a_run_stands_and_nobody_is_asked_for_them_elsewhere() {
        assertThat(words("run", "ma")).containsExactly("machine-logs");
        assertThat(words("show", "--st")).containsExactly("--steps");
        assertThat(asked).isEmpty();
        assertThat(words("show", "")).containsExactly("last", "last-failed", "12", "11");
        assertThat(words("restart", "la")).containsExactly("last", "last-failed");
        assertThat(candidates("logs", "12")).containsExactly(new Candidate("12", "orders COMPLETED"));
        assertThat(asked).hasSize(3);
    }

    @Test
    void words_of_fixed_choice() {
        assertThat(words("check", "f")).containsExactly("freshness");
        assertThat(words("completion", "")).containsExactly("bash", "zsh", "fish");
        assertThat(words("help", "ex")).containsExactly("explain", "exit-codes");
    }

    @Test
    void nothing_where_only_people_know_and_nothing_for_nonsense() {
        assertThat(words("run", "machine-logs", "--date", "")).isEmpty();
        assertThat(words("files", "show", "")).isEmpty();
        assertThat(words("nonsense", "")).isEmpty();
        assertThat(words("run", "--nonsense=", "")).containsExactly("machine-logs", "measurements", "orders");
        assertThat(words("show", "--", "--st")).isEmpty();
        assertThat(words()).isEmpty();
    }
}
