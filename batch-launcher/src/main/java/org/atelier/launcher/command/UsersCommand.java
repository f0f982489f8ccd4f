package org.atelier.launcher.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.atelier.accounts.Account;
import org.atelier.accounts.AccountChange;
import org.atelier.accounts.AccountConflictException;
import org.atelier.accounts.AccountRules;
import org.atelier.accounts.Accounts;
import org.atelier.accounts.EarlierAccounts;
import org.atelier.accounts.NewAccount;
import org.atelier.accounts.Passwords;
import org.atelier.accounts.Role;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.result.AccountList;
import org.atelier.launcher.result.AccountsTaken;
import org.atelier.sql.Sql;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code atelier users}: accounts of the HTTP service. A password is never an argument: those are seen by all. */
@Command(name = "users", description = "Accounts of the HTTP service: the first admin is made here.")
final class UsersCommand {

    private static final int MADE_PASSWORD_BYTES = 18;

    private final CommandContext context;

    UsersCommand(CommandContext context) {
        this.context = context;
    }

    /** Where a password comes from. */
    static final class PasswordOption {

        @Option(
                names = "--password-stdin",
                description = "Read the password from standard input, one line. Without it one is asked for, or where"
                        + " nobody can be asked, made and shown once.")
        private boolean fromInput;
    }

    @Command(name = "list", description = "List the accounts.")
    int list() throws SQLException {
        try (Connection connection = context.connect()) {
            return print(new Accounts(Sql.on(connection)).list(0, Integer.MAX_VALUE));
        }
    }

    @Command(name = "add", description = "Make an account.")
    int add(
            @Parameters(paramLabel = "USERNAME", description = "3 to 100 letters, digits or . _ @ + -") String username,
            @Option(names = "--role", paramLabel = "ROLE", description = "reader (default), operator, admin, ingest.")
                    @Nullable List<String> roles,
            @Option(names = "--email", paramLabel = "ADDRESS", description = "For people.") @Nullable String email,
            @Option(names = "--full-name", paramLabel = "NAME", description = "For people.") @Nullable String fullName,
            @picocli.CommandLine.Mixin PasswordOption password)
            throws SQLException, IOException {
        AccountRules.faultOfUsername(username).ifPresent(fault -> refuse("the username " + fault));
        Set<Role> known = roles(roles == null ? List.of("reader") : roles);
        try (Connection connection = context.connect()) {
            String hash = new Passwords().hash(asked(username, password));
            Accounts accounts = new Accounts(Sql.on(connection));
            return print(List.of(accounts.add(new NewAccount(username, email, fullName, hash, known))));
        } catch (AccountConflictException e) {
            throw refused(String.valueOf(e.getMessage()), e);
        }
    }

    @Command(name = "disable", description = "End an account's logins and its tokens, at once; its rows stay.")
    int disable(@Parameters(paramLabel = "USERNAME", description = "An account.") String username) throws SQLException {
        return change(username, AccountChange.NONE.active(false));
    }

    @Command(name = "enable", description = "Let an account log in again.")
    int enable(@Parameters(paramLabel = "USERNAME", description = "An account.") String username) throws SQLException {
        return change(username, AccountChange.NONE.active(true));
    }

    @Command(name = "roles", description = "Give an account these roles, and no others.")
    int roles(
            @Parameters(index = "0", paramLabel = "USERNAME", description = "An account.") String username,
            @Parameters(
                            index = "1..*",
                            arity = "1..*",
                            paramLabel = "ROLE",
                            description = "reader, operator, admin, ingest.")
                    List<String> roles)
            throws SQLException {
        return change(username, AccountChange.NONE.roles(roles(roles)));
    }

    @Command(name = "password", description = "Set an account's password; its tokens end.")
    int password(
            @Parameters(paramLabel = "USERNAME", description = "An account.") String username,
            @picocli.CommandLine.Mixin PasswordOption password)
            throws SQLException, IOException {
        return change(username, AccountChange.NONE.passwordHash(new Passwords().hash(asked(username, password))));
    }

    @Command(
            name = "import",
            description =
                    "Take over accounts of an earlier program: its table user, with hashes by bcrypt, as readers.")
    int take(
            @Option(
                            names = "--from",
                            paramLabel = "TABLE",
                            description = "Schema and table (default: the first of ancien.user, public.user).")
                    @Nullable String table)
            throws SQLException {
        try (Connection connection = context.connect()) {
            return context.print(
                    new AccountsTaken(EarlierAccounts.take(Sql.on(connection), table)),
                    context.settings().timeZone());
        } catch (EarlierAccounts.MissingException e) {
            throw new CommandFailure(
                    ExitCode.NOT_FOUND, String.valueOf(e.getMessage()), "", "atelier users import --help", e);
        }
    }

    private int change(String username, AccountChange change) throws SQLException {
        try (Connection connection = context.connect()) {
            Accounts accounts = new Accounts(Sql.on(connection));
            long id = accounts.list(0, Integer.MAX_VALUE).stream()
                    .filter(account -> account.username().equalsIgnoreCase(username))
                    .findFirst()
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.NOT_FOUND, "there is no account '" + username + "'", "", "atelier users list"))
                    .id();
            return print(accounts.change(id, change).stream().toList());
        }
    }

    private int print(List<Account> accounts) {
        ZoneId zone = context.settings().timeZone();
        return context.print(new AccountList(accounts), zone);
    }

    private static Set<Role> roles(List<String> words) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : words) {
            roles.add(Role.of(word)
                    .orElseThrow(
                            () -> refused("there is no role '" + word + "': reader, operator, admin, ingest", null)));
        }
        return roles;
    }

    private String asked(String username, PasswordOption option) throws IOException {
        String password = read(username, option.fromInput);
        AccountRules.faultOfPassword(username, password).ifPresent(fault -> refuse("the password " + fault));
        return password;
    }

    private String read(String username, boolean fromInput) throws IOException {
        if (fromInput) {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        }
        Console console = Terminal.isOutput() ? System.console() : null;
        if (console != null) {
            char[] typed = console.readPassword("Password of %s: ", username);
            return typed == null ? "" : new String(typed);
        }
        String made = Passwords.random(MADE_PASSWORD_BYTES);
        context.note("the password of " + username + ", shown this once: " + made);
        return made;
    }

    private static void refuse(String why) {
        throw refused(why, null);
    }

    private static CommandFailure refused(String why, @Nullable Exception cause) {
        return new CommandFailure(ExitCode.USAGE, why, "", "atelier users --help", cause);
    }
}
