package org.atelier.launcher.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.render.FrenchCsv;
import org.atelier.machinelogs.history.SessionHistory;
import org.atelier.machinelogs.history.SessionRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code atelier sessions}. */
@Command(name = "sessions", description = "Production sessions, for spreadsheets.")
final class SessionsCommand {

    private static final List<String> HEADINGS = List.of(
            "Centre",
            "Type",
            "Date",
            "Première pièce",
            "Dernière pièce",
            "Premier démarrage",
            "Dernier arrêt",
            "Pièces",
            "Durée totale (h)",
            "Attente (h)",
            "Arrêt volontaire (h)",
            "Production effective (h)",
            "Taux d'occupation (%)",
            "Taux d'attente (%)",
            "Taux d'arrêt volontaire (%)",
            "Pièces par heure",
            "Fichiers");

    private final CommandContext context;

    SessionsCommand(CommandContext context) {
        this.context = context;
    }

    @Command(
            name = "export",
            description =
                    "Print sessions as CSV that a French Excel opens: semicolons, decimal commas, dd/MM/yyyy, UTF-8 "
                            + "with a byte order mark. By day, then centre.")
    int export(
            @Option(
                            names = "--from",
                            paramLabel = "D",
                            converter = Ranged.Day.class,
                            description = "First production day, such as 2025-05-01.")
                    @Nullable LocalDate from,
            @Option(
                            names = "--to",
                            paramLabel = "D",
                            converter = Ranged.Day.class,
                            description = "Last production day.")
                    @Nullable LocalDate to,
            @Option(names = "--centre", paramLabel = "CODE", description = "That machining centre only.") @Nullable String centre,
            @Option(
                            names = "--file",
                            paramLabel = "FILE",
                            description = "Write to that file, whole or not at all, in place of stdout.")
                    @Nullable Path file)
            throws SQLException {
        refuseReversed(from, to);
        try (Connection connection = context.connect()) {
            export(out -> rows(connection, from, to, centre, out), file);
        }
        return ExitCode.OK.number();
    }

    private static void refuseReversed(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && from.isAfter(to)) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--from " + from + " is after --to " + to, "", "atelier sessions export --help");
        }
    }

    private void export(Export export, @Nullable Path file) throws SQLException {
        if (file == null) {
            export.to(context.out);
        } else {
            write(export, context.surroundings.workingDirectory().resolve(file));
        }
    }

    private static void rows(
            Connection connection,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String centre,
            PrintStream out)
            throws SQLException {
        FrenchCsv csv = new FrenchCsv(out, HEADINGS);
        new SessionHistory(connection)
                .forEach(
                        Optional.ofNullable(from),
                        Optional.ofNullable(to),
                        Optional.ofNullable(centre),
                        session -> csv.row(row(session)));
    }

    private static List<@Nullable Object> row(SessionRecord session) {
        return Collections.unmodifiableList(Arrays.<@Nullable Object>asList(
                session.centre(),
                session.type(),
                session.day(),
                session.times().firstPiece(),
                session.times().lastPiece(),
                session.times().firstStart(),
                session.times().lastStop(),
                session.pieces(),
                session.hours().total(),
                session.hours().waiting(),
                session.hours().stopped(),
                session.hours().effective(),
                session.rates().occupation(),
                session.rates().waiting(),
                session.rates().stopped(),
                session.piecesAnHour(),
                session.files()));
    }

    private static void write(Export export, Path file) throws SQLException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (PrintStream out = new PrintStream(Files.newOutputStream(part), false, StandardCharsets.UTF_8)) {
                export.to(out);
                if (out.checkError()) {
                    throw new IOException(part + " could not be written to its end");
                }
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.FAILED, "cannot write " + file, e.toString(), "see that its directory can be written", e);
        }
    }

    private interface Export {

        void to(PrintStream out) throws SQLException;
    }
}
