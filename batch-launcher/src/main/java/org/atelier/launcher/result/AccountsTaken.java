package org.atelier.launcher.result;

import java.util.List;
import org.atelier.accounts.EarlierAccounts.Taken;
import org.atelier.answer.Document;
import org.atelier.answer.Section;

/** The answer of {@code users import}. */
public record AccountsTaken(List<Taken> accounts) implements Result {

    /** Copies the list. */
    public AccountsTaken {
        accounts = List.copyOf(accounts);
    }

    @Override
    public Document document() {
        return Document.of(
                "atelier.accounts_taken/1",
                new Section.Grid(
                        "accounts",
                        List.of("username", "taken", "why_not"),
                        accounts.stream()
                                .map(each -> Section.Row.of(each.username(), each.whyNot() == null, each.whyNot()))
                                .toList(),
                        "No accounts there."));
    }
}
