package org.atelier.settings;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used, or it and what is there do not fit together; the message says what to change. */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** @param message what is wrong, where, and what to do; no secret */
    public ConfigurationException(String message) {
        super(message);
        this.problems = List.of();
    }

    ConfigurationException(List<Problem> problems) {
        super(problems.stream().map(Problem::line).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Every problem of what was written; none when it is what was found there that does not fit. */
    public List<Problem> problems() {
        return problems;
    }
}
