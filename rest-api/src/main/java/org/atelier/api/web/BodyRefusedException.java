package org.atelier.api.web;

import java.io.IOException;
import org.springframework.http.HttpStatus;

/** A request's body is larger, or comes more slowly, than is taken. */
final class BodyRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    BodyRefusedException(HttpStatus status, String words) {
        super(words);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
