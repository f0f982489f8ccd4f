package org.atelier.launcher.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import org.atelier.database.DatabaseChoice;
import org.atelier.database.Databases;
import org.atelier.database.SchemaGate;
import org.atelier.launcher.check.DataDirectory;
import org.atelier.launcher.embedded.EmbeddedDatabase;
import org.atelier.launcher.render.ColorMode;
import org.atelier.launcher.render.OutputFormat;
import org.atelier.launcher.render.ResultPrinter;
import org.atelier.launcher.render.SafeText;
import org.atelier.launcher.result.Result;
import org.atelier.settings.Settings;
import org.atelier.settings.SettingsReader;
import org.atelier.settings.ShownUrl;
import org.atelier.settings.Surroundings;
import org.atelier.sql.DatabaseSettings;
import org.atelier.sql.Sql;
import org.jspecify.annotations.Nullable;

/** What commands work with: options, settings, streams, the clock. Used by one thread. */
final class CommandContext {

    final GlobalOptions options = new GlobalOptions();
    final Surroundings surroundings;
    final PrintStream out;
    final PrintStream err;
    final Clock clock;
    private @Nullable Settings settings;
    private boolean warned;

    CommandContext(Surroundings surroundings, PrintStream out, PrintStream err, Clock clock) {
        this.surroundings = surroundings;
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    /** The configuration, read once; what it lacks for others than what is asked for is told then. */
    Settings settings() {
        Settings known = readSettings();
        if (!warned) {
            warned = true;
            known.lacks().forEach(lack -> note("warning: " + lack.problem().line()));
        }
        return known;
    }

    /**
     * The configuration for a job.
     *
     * @throws org.atelier.settings.ConfigurationException when it lacks what the job needs
     */
    Settings settingsFor(String job) {
        readSettings().require(job);
        return settings();
    }

    /** The same configuration, nothing reported: for whoever reports it otherwise. */
    Settings readSettings() {
        Settings known = settings;
        if (known == null) {
            known = SettingsReader.read(options.config, surroundings);
            settings = known;
        }
        return known;
    }

    /** The database that counts: the configured one, else the embedded one, started when it does not run. */
    DatabaseSettings database() {
        return settings().get(DatabaseChoice.class).configured().orElseGet(this::embedded);
    }

    private DatabaseSettings embedded() {
        DataDirectory.require(settings());
        return EmbeddedDatabase.start(settings().dataDir(), surroundings, this::note);
    }

    /** A connection to a database that has the schema. */
    Connection connect() {
        Connection connection = Databases.connect(database());
        SchemaGate.pass(connection, settings().get(DatabaseChoice.class).migrate(), this::note);
        return connection;
    }

    /** The same, for commands that nobody waits for: one that is gone for a moment is asked again. */
    DatabaseSettings awaitedDatabase() {
        return new AwaitDatabase(settings().get(DatabaseChoice.class).patience(), err, this::note)
                .answer(this::readyDatabase);
    }

    /** The database that counts, once it has the schema; it can be written. */
    DatabaseSettings readyDatabase() {
        DatabaseSettings database = database();
        Sql.getReady();
        try (Connection connection = Databases.connect(database)) {
            Databases.requireWritable(connection);
            SchemaGate.pass(connection, settings().get(DatabaseChoice.class).migrate(), this::note);
            SchemaGate.requireUsable(connection, settings().timeZone());
        } catch (SQLException e) {
            throw SchemaGate.lost(database.username(), e);
        }
        return database;
    }

    /** Prints something on stderr, unless {@code -q}. */
    void note(String text) {
        if (!options.quiet) {
            err.print("atelier: " + SafeText.forTerminal(ShownUrl.within(text)) + "\n");
            err.flush();
        }
    }

    /** Prints a result whose times, in a table, are in that zone; returns the exit code. */
    int print(Result result, ZoneId zone) {
        try {
            new ResultPrinter(out).print(result.document(), options.output, zone, colors());
            return result.exitCode().number();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean colors() {
        if (options.output != OutputFormat.TABLE || options.color == ColorMode.NEVER) {
            return false;
        }
        return options.color == ColorMode.ALWAYS || Terminal.wantsColors(surroundings.environment());
    }
}
