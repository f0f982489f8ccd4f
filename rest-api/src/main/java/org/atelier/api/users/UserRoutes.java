package org.atelier.api.users;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.atelier.accounts.Account;
import org.atelier.accounts.AccountChange;
import org.atelier.accounts.Accounts;
import org.atelier.accounts.NewAccount;
import org.atelier.accounts.Passwords;
import org.atelier.accounts.Role;
import org.atelier.api.security.Caller;
import org.atelier.api.security.OwnAccounts;
import org.atelier.api.web.Listed;
import org.atelier.api.web.Page;
import org.atelier.api.web.RequestRefusedException;
import org.atelier.api.web.Tagged;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /users/}: accounts, kept by admins. */
@RestController
@OwnAccounts
@RequestMapping("/users")
final class UserRoutes {

    private final Accounts accounts;
    private final Passwords passwords;

    UserRoutes(Accounts accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    @GetMapping
    ResponseEntity<List<User>> list(Page page) {
        List<User> users = accounts.list(page.skip(), page.limit() + 1).stream()
                .map(User::of)
                .toList();
        return Listed.of(page, users, accounts::count);
    }

    @GetMapping("/me")
    ResponseEntity<User> me(@AuthenticationPrincipal Caller caller) {
        return Tagged.of(User.of(found(Long.parseLong(caller.subject()))));
    }

    @GetMapping("/{id}")
    ResponseEntity<User> one(@PathVariable long id) {
        return Tagged.of(User.of(found(id)));
    }

    /** Without a token only where registration is open: then a reader, whatever is asked for. */
    @PostMapping
    ResponseEntity<User> add(@Valid @RequestBody NewUser user, @AuthenticationPrincipal @Nullable Caller caller) {
        boolean admin = caller != null && caller.roles().contains(Role.ADMIN);
        List<String> words = user.roles();
        if (words != null && !admin) {
            throw RequestRefusedException.forbidden("only an admin gives roles");
        }
        JudgeUser.newcomer(user);
        Set<Role> roles = words == null ? Set.of(Role.READER) : JudgeUser.roles(words);
        User made = User.of(accounts.add(new NewAccount(
                user.username(), user.email(), user.fullName(), passwords.hash(user.password()), roles)));
        return ResponseEntity.created(URI.create("/users/" + made.id()))
                .eTag(Tagged.tag(made))
                .body(made);
    }

    @PatchMapping("/{id}")
    ResponseEntity<User> change(
            @PathVariable long id,
            @Valid @RequestBody UserChange change,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Account before = found(id);
        Tagged.require(ifMatch, User.of(before));
        Account after =
                accounts.change(id, accountChange(before, change)).orElseThrow(RequestRefusedException::notFound);
        return Tagged.of(User.of(after));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Tagged.require(ifMatch, User.of(found(id)));
        if (!accounts.delete(id)) {
            throw RequestRefusedException.notFound();
        }
        return ResponseEntity.noContent().build();
    }

    private AccountChange accountChange(Account before, UserChange change) {
        List<String> roles = change.roles();
        String password = change.password();
        if (password != null) {
            JudgeUser.password(before.username(), password);
        }
        return new AccountChange(
                change.actif(),
                roles == null ? null : JudgeUser.roles(roles),
                change.email(),
                change.fullName(),
                password == null ? null : passwords.hash(password));
    }

    private Account found(long id) {
        return accounts.find(id).orElseThrow(RequestRefusedException::notFound);
    }
}
