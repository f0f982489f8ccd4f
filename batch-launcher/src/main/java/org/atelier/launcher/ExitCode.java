package org.atelier.launcher;

/** How a command ended, for schedulers and scripts. The numbers are a contract. */
public enum ExitCode {
    OK(0, "Done; also when there was nothing to do, or the run was skipped as asked."),
    FAILED(1, "The run failed and can be restarted, or something unexpected happened."),
    USAGE(2, "The command line is wrong; nothing was done."),
    CONFIGURATION(3, "The configuration is wrong, or the database's schema is older than this program."),
    NOT_FOUND(4, "There is no such run, job or file."),
    ALREADY_COMPLETE(5, "The run is complete already, or superseded by a newer one."),
    LOCKED(6, "Another run of the same scope is at work."),
    UNREACHABLE(7, "A server could not be reached after retries."),
    DONE_WITH_ERRORS(8, "Done, with files failed, rejects over the limit, or a gate failed."),
    STOPPED(9, "Stopped as asked; can be restarted."),
    EMPTY(10, "Nothing was read, and --fail-on-empty was given.");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /**
     * The one of that number.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static ExitCode of(int number) {
        for (ExitCode code : values()) {
            if (code.number == number) {
                return code;
            }
        }
        throw new IllegalArgumentException("No exit code has the number " + number);
    }

    /** What the process ends with. */
    public int number() {
        return number;
    }

    /** One sentence for people. */
    public String meaning() {
        return meaning;
    }
}
