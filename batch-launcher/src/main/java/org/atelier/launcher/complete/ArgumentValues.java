package org.atelier.launcher.complete;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.atelier.catalog.BatchJob;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** The values an option or argument may have, by its type, or by the word the help calls it. */
final class ArgumentValues {

    private final CommandLine root;
    private final List<BatchJob> jobs;
    private final Supplier<List<Candidate>> runs;

    ArgumentValues(CommandLine root, List<BatchJob> jobs, Supplier<List<Candidate>> runs) {
        this.root = root;
        this.jobs = jobs;
        this.runs = runs;
    }

    /** Those that are known; none where only people know, such as for a day or a file. */
    Stream<Candidate> of(ArgSpec argument, List<String> words) {
        Iterable<String> constants = argument.completionCandidates();
        if (constants != null) {
            return StreamSupport.stream(constants.spliterator(), false)
                    .map(name -> Candidate.of(name.toLowerCase(Locale.ROOT).replace('_', '-')));
        }
        return switch (argument.paramLabel()) {
            case "RUN" -> Stream.concat(Stream.of("last", "last-failed").map(Candidate::of), runs.get().stream());
            case "JOB" -> jobs.stream().map(job -> new Candidate(job.name(), job.description()));
            case "KEY=VALUE" -> parameters(words);
            case "TOPIC" ->
                Stream.concat(
                        root.getSubcommands().entrySet().stream()
                                .filter(sub -> !sub.getValue()
                                        .getCommandSpec()
                                        .usageMessage()
                                        .hidden())
                                .map(Candidates::command),
                        Stream.of(Candidate.of("exit-codes")));
            default -> Stream.empty();
        };
    }

    private Stream<Candidate> parameters(List<String> words) {
        return jobs.stream()
                .filter(job -> words.contains(job.name()))
                .flatMap(job -> job.parameters().stream())
                .map(parameter -> new Candidate(parameter.name() + "=", parameter.description()));
    }
}
