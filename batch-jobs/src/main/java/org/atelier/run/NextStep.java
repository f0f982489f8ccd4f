package org.atelier.run;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What people do next. A front end turns it into what is typed or pressed there. Immutable.
 *
 * <p>Column {@code next_action} has it as a JSON object: {@code action}, what it acts on, {@code words} that say what
 * for, and {@code then} what follows it.
 */
public sealed interface NextStep {

    /** What is done to a run. */
    enum RunAction {
        /** To go on with it. */
        RESTART,
        /** To end it, for its process died. */
        RECOVER,
        /** To see its record. */
        SHOW,
        /** To read its log. */
        LOGS,
        /** To end it, and to wait for its end. */
        STOP
    }

    /** What is done with a job. */
    enum JobAction {
        /** To see what of it is at work. */
        STATUS,
        /** To see all its runs, also those that had nothing to do. */
        HISTORY,
        /** To see what its sources hold. */
        PREVIEW,
        /** To run it, however much of a table is deleted. */
        RUN_UNGUARDED
    }

    /** Files of the ledger. */
    enum FileChoice {
        ALL,
        /** Those that failed so often that they are left alone. */
        QUARANTINED,
        /** Those that are loaded, but failed the quality gate. */
        GATE_FAILED
    }

    /** What needs nothing to act on. */
    enum Plain {
        /** To see what is at work. */
        STATUS,
        /** To start the same, but to wait for the run at work. */
        WAIT,
        /** To name a file that is there, or none. */
        OTHER_FILE,
        /** To see what people were told. */
        NOTIFICATIONS
    }

    /** Writes itself into an object. */
    void into(JsonObject json);

    /** It as JSON. */
    default JsonObject json() {
        JsonObject json = new JsonObject();
        into(json);
        return json;
    }

    /** This one, for that purpose, such as {@code to see it}. */
    default NextStep to(String purpose) {
        return new Purpose(purpose, this);
    }

    /** This one, and that one after it. */
    default NextStep then(NextStep next) {
        return new Then(this, next);
    }

    static NextStep restart(long run) {
        return new OfRun(RunAction.RESTART, run);
    }

    static NextStep logs(long run) {
        return new OfRun(RunAction.LOGS, run);
    }

    /** What is done to a run. */
    record OfRun(RunAction action, long run) implements NextStep {

        @Override
        public void into(JsonObject json) {
            json.with("action", word(action)).with("run", run);
        }
    }

    /** What is done with a job. */
    record OfJob(JobAction action, String job) implements NextStep {

        @Override
        public void into(JsonObject json) {
            json.with("action", word(action)).with("job", job);
        }
    }

    /**
     * To have work done.
     *
     * @param again also where it is done already
     */
    record Start(RunWork work, boolean again) implements NextStep {

        @Override
        public void into(JsonObject json) {
            json.with("action", "run").with("job", work.job()).with("scope", work.scope());
            DayRange days = work.days();
            if (days != null) {
                json.with("from", days.from().toString()).with("to", days.to().toString());
            }
            Rebuild rebuild = work.rebuild();
            if (rebuild != null) {
                json.with("rebuild", rebuild.parameter());
            }
            json.with("again", again);
        }
    }

    /**
     * To look whether all is well.
     *
     * @param area of what
     */
    record Check(String area) implements NextStep {

        @Override
        public void into(JsonObject json) {
            json.with("action", "check").with("area", area);
        }
    }

    /**
     * To see a file of the ledger.
     *
     * @param file its key
     */
    record ShowFile(long file) implements NextStep {

        @Override
        public void into(JsonObject json) {
            json.with("action", "show_file").with("file", file);
        }
    }

    /**
     * To see which files there are.
     *
     * @param centre the machining centre that sent them; null for any
     */
    record ListFiles(FileChoice choice, @Nullable String centre) implements NextStep {

        @Override
        public void into(JsonObject json) {
            json.with("action", "list_files").with("choice", word(choice)).with("centre", centre);
        }
    }

    /** What needs nothing to act on. */
    record Just(Plain action) implements NextStep {

        @Override
        public void into(JsonObject json) {
            json.with("action", word(action));
        }
    }

    /** What no program does. */
    record Advice(String words) implements NextStep {

        @Override
        public void into(JsonObject json) {
            json.with("action", "advice").with("words", words);
        }
    }

    /**
     * A step, and what for.
     *
     * @param step without a purpose of its own
     */
    record Purpose(String words, NextStep step) implements NextStep {

        @Override
        public void into(JsonObject json) {
            step.into(json);
            json.with("words", words);
        }
    }

    /**
     * A step, and the one after it.
     *
     * @param first a single one
     */
    record Then(NextStep first, NextStep next) implements NextStep {

        @Override
        public void into(JsonObject json) {
            first.into(json);
            json.with("then", next.json());
        }

        @Override
        public NextStep then(NextStep last) {
            return new Then(first, next.then(last));
        }
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
