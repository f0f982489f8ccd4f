package org.atelier.launcher.complete;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.atelier.catalog.BatchJob;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Finds what may be typed next. Used by one thread. */
public final class Candidates {

    private final CommandLine root;
    private final ArgumentValues values;

    /**
     * @param root the model of the commands
     * @param jobs all of them
     * @param runs recent ones; asked only where a run may stand
     */
    public Candidates(CommandLine root, List<BatchJob> jobs, Supplier<List<Candidate>> runs) {
        this.root = root;
        this.values = new ArgumentValues(root, jobs, runs);
    }

    /**
     * What may stand in place of the last word.
     *
     * @param words what was typed after the program's name; the last one, which may be empty, is not complete
     */
    public List<Candidate> of(List<String> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        String typing = words.get(words.size() - 1);
        TypedWords before = new TypedWords(root, words.subList(0, words.size() - 1));
        return all(before, typing, words)
                .filter(candidate -> candidate.word().startsWith(typing))
                .toList();
    }

    private Stream<Candidate> all(TypedWords before, String typing, List<String> words) {
        OptionSpec waiting = before.waiting();
        if (waiting != null) {
            return values(waiting, typing, words);
        }
        if (!before.isOption(typing)) {
            return Stream.concat(commands(before), arguments(before, typing, words));
        }
        int equals = typing.indexOf('=');
        OptionSpec option = equals < 0 ? null : before.option(typing.substring(0, equals));
        return option == null
                ? options(before.spec())
                : values(option, typing.substring(equals + 1), words)
                        .map(value ->
                                new Candidate(typing.substring(0, equals + 1) + value.word(), value.description()));
    }

    private static Stream<Candidate> options(CommandSpec spec) {
        return spec.options().stream()
                .filter(option -> !option.hidden())
                .flatMap(option ->
                        Stream.of(option.names()).map(name -> new Candidate(name, firstSentence(option.description()))))
                .sorted(java.util.Comparator.comparing(Candidate::word));
    }

    private static Stream<Candidate> commands(TypedWords before) {
        return before.arguments() > 0
                ? Stream.empty()
                : before.command().getSubcommands().entrySet().stream()
                        .filter(sub ->
                                !sub.getValue().getCommandSpec().usageMessage().hidden())
                        .map(Candidates::command);
    }

    static Candidate command(Map.Entry<String, CommandLine> sub) {
        return new Candidate(
                sub.getKey(),
                firstSentence(sub.getValue().getCommandSpec().usageMessage().description()));
    }

    private Stream<Candidate> arguments(TypedWords before, String typing, List<String> words) {
        List<PositionalParamSpec> positionals = before.spec().positionalParameters();
        return positionals.stream()
                .filter(each -> each.index().contains(before.arguments()))
                .flatMap(each -> values(each, typing, words));
    }

    /** Of a list such as {@code rejects,lo} only the last item is still to be completed. */
    private Stream<Candidate> values(ArgSpec argument, String typing, List<String> words) {
        String done = argument.splitRegex().isEmpty() ? "" : typing.substring(0, typing.lastIndexOf(',') + 1);
        return values.of(argument, words).map(value -> new Candidate(done + value.word(), value.description()));
    }

    private static String firstSentence(String[] description) {
        String text = Arrays.stream(description).findFirst().orElse("");
        int end = text.indexOf(". ");
        return (end < 0 ? text : text.substring(0, end)).replace('\t', ' ');
    }
}
