package org.atelier.api.security;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.atelier.accounts.Accounts;
import org.atelier.accounts.Credentials;
import org.atelier.accounts.Passwords;
import org.atelier.api.web.FieldFault;
import org.atelier.api.web.Problems;
import org.atelier.api.web.RequestRefusedException;
import org.atelier.serve.ServiceSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /token}: the password flow of OAuth 2, for scripts. */
@RestController
@OwnAccounts
final class TokenRoute {

    private static final Logger LOG = LoggerFactory.getLogger(TokenRoute.class);
    private static final String PASSWORD = "password";

    private final Login login;
    private final TokenIssuer issuer;
    private final long seconds;

    TokenRoute(Accounts accounts, Passwords passwords, TokenKeys keys, ServiceSettings settings, Clock clock) {
        this.login = new Login(accounts, passwords, new LoginLimits(TimeMeter.SYSTEM_NANOTIME));
        this.issuer = new TokenIssuer(keys, settings.tokens(), clock);
        this.seconds = settings.tokens().lifetime().toSeconds();
    }

    @PostMapping(path = "/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<?> token(
            @RequestParam String username,
            @RequestParam String password,
            @RequestParam(name = "grant_type", required = false) @Nullable String grantType,
            HttpServletRequest request) {
        require(grantType, request);
        Login.Outcome outcome = login.of(username, password, request.getRemoteAddr());
        Optional<Credentials> account = outcome.account();
        if (account.isPresent()) {
            return ResponseEntity.ok(new Token(issuer.issue(account.get()), "bearer", seconds));
        }
        // Not who: people type their password where their name should be.
        LOG.info("A login from {} was refused", request.getRemoteAddr());
        return outcome.pause().isZero() ? wrong() : tooMany(outcome.pause());
    }

    /** Addresses end up in logs and histories. */
    private static void require(@Nullable String grantType, HttpServletRequest request) {
        if (request.getQueryString() != null) {
            throw RequestRefusedException.invalid(new FieldFault(PASSWORD, "belongs into the body, not the address"));
        }
        if (grantType != null && !grantType.equals(PASSWORD)) {
            throw RequestRefusedException.invalid(new FieldFault("grant_type", "must be password"));
        }
    }

    private static ResponseEntity<ProblemDetail> wrong() {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(HttpStatus.UNAUTHORIZED, "the username or the password is wrong"));
    }

    private static ResponseEntity<ProblemDetail> tooMany(Duration wait) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(HttpStatus.TOO_MANY_REQUESTS, "too many logins failed: wait"));
    }
}
