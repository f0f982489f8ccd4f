package org.atelier.api.web;

import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.atelier.accounts.AccountConflictException;
import org.atelier.sql.SqlStates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;

/** What a failure that nobody answered is to the caller. What is our fault is logged, once, and told in no detail. */
final class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final String UNIQUE = "23505";
    private static final String FOREIGN_KEY = "23503";
    private static final int DEEPEST = 30;

    private Faults() {}

    static ProblemDetail of(Throwable failure) {
        if (failure instanceof RequestRefusedException refused) {
            return Problems.of(refused.status(), refused.getMessage(), refused.faults());
        }
        if (failure instanceof AccountConflictException conflict) {
            return Problems.of(HttpStatus.CONFLICT, conflict.getMessage());
        }
        if (failure instanceof BodyRefusedException body) {
            return Problems.of(body.status(), body.getMessage());
        }
        if (failure instanceof InvalidParameterException parameters) {
            return Problems.of(HttpStatusCode.valueOf(parameters.getErrorCode()), "the form cannot be read");
        }
        if (failure instanceof AuthenticationServiceException || failure instanceof JwtDecoderInitializationException) {
            LOG.warn("The identity provider does not answer: {}", String.valueOf(failure.getMessage()));
            return Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "tokens cannot be judged at the moment");
        }
        Throwable cause = failure.getCause();
        if (cause instanceof BodyRefusedException body) {
            return Problems.of(body.status(), body.getMessage());
        }
        return ofDatabase(failure);
    }

    private static ProblemDetail ofDatabase(Throwable failure) {
        if (SqlStates.has(failure, UNIQUE)) {
            return Problems.of(HttpStatus.CONFLICT, "there is one with that key already");
        }
        if (SqlStates.has(failure, FOREIGN_KEY)) {
            return Problems.of(HttpStatus.CONFLICT, "others refer to it, or it refers to what is not there");
        }
        if (SqlStates.refusedData(failure) != null) {
            return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "the database does not take one of the values");
        }
        if (SqlStates.has(failure, SqlStates.CANCELLED)) {
            LOG.warn("A statement took longer than it may");
            return Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "the database took too long");
        }
        if (SqlStates.serverGone(failure) || noConnection(failure)) {
            LOG.warn("The database does not answer: {}", SqlStates.words(failure));
            return Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "the database does not answer");
        }
        LOG.error("A request failed", failure);
        return Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, null);
    }

    private static boolean noConnection(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(SQLTransientConnectionException.class::isInstance);
    }
}
