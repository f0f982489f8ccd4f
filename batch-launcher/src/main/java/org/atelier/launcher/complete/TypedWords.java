package org.atelier.launcher.complete;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What the words before the one being typed come to: the command, how many arguments it has, and the option that waits
 * for its value. Words that fit nothing are passed over: the command itself will say so.
 */
final class TypedWords {

    private CommandLine command;
    private int arguments;
    private @Nullable OptionSpec waiting;
    private boolean optionsAreOver;

    TypedWords(CommandLine root, List<String> words) {
        this.command = root;
        words.forEach(this::take);
    }

    private void take(String word) {
        if (waiting != null) {
            waiting = null;
        } else if (!optionsAreOver && word.equals("--")) {
            optionsAreOver = true;
        } else if (isOption(word)) {
            OptionSpec option = option(word);
            waiting = option != null && option.arity().max() > 0 ? option : null;
        } else {
            CommandLine sub = command.getSubcommands().get(word);
            command = sub == null || arguments > 0 ? command : sub;
            arguments += sub == null || arguments > 0 ? 1 : 0;
        }
    }

    /** Whether a word, at this place, is or begins an option. */
    boolean isOption(String word) {
        return !optionsAreOver && word.startsWith("-");
    }

    /** The option of that exact name; null when the command has none. */
    @Nullable OptionSpec option(String name) {
        return spec().optionsMap().get(name);
    }

    CommandSpec spec() {
        return command.getCommandSpec();
    }

    CommandLine command() {
        return command;
    }

    int arguments() {
        return arguments;
    }

    @Nullable OptionSpec waiting() {
        return waiting;
    }
}
