package org.atelier.launcher.result;

import java.util.List;
import org.atelier.accounts.Account;
import org.atelier.accounts.Role;
import org.atelier.answer.Document;
import org.atelier.answer.Section;

/** The answer of {@code users}: accounts, never their passwords. */
public record AccountList(List<Account> accounts) implements Result {

    private static final List<String> COLUMNS =
            List.of("id", "username", "roles", "actif", "email", "full_name", "date_creation", "buckets");

    /** Copies the list. */
    public AccountList {
        accounts = List.copyOf(accounts);
    }

    @Override
    public Document document() {
        List<Section.Row> rows = accounts.stream()
                .map(account -> Section.Row.of(
                        account.id(),
                        account.username(),
                        account.roles().stream().map(Role::word).sorted().toList(),
                        account.active(),
                        account.email(),
                        account.fullName(),
                        account.created(),
                        account.buckets()))
                .toList();
        return Document.of(
                "atelier.accounts/1",
                new Section.Grid(
                        "accounts", COLUMNS, rows, "No accounts. Make the first: users add NAME --role admin"));
    }
}
