package org.atelier.api.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The request cannot be fulfilled; thrown by any resource, answered as a problem. Its words are shown. */
public final class RequestRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient List<FieldFault> faults;

    private RequestRefusedException(HttpStatus status, @Nullable String detail, List<FieldFault> faults) {
        super(detail);
        this.status = status;
        this.faults = List.copyOf(faults);
    }

    /** 404. */
    public static RequestRefusedException notFound() {
        return new RequestRefusedException(HttpStatus.NOT_FOUND, null, List.of());
    }

    /** 404, with what is missing. */
    public static RequestRefusedException notFound(@Nullable String reason) {
        return new RequestRefusedException(HttpStatus.NOT_FOUND, reason, List.of());
    }

    /** 409, with the reason. */
    public static RequestRefusedException conflict(String reason) {
        return new RequestRefusedException(HttpStatus.CONFLICT, reason, List.of());
    }

    /** 412: what the caller saw is no longer what is there. */
    public static RequestRefusedException stale() {
        return new RequestRefusedException(
                HttpStatus.PRECONDITION_FAILED, "it has changed since: read it again", List.of());
    }

    /** 422, with what is wrong with which field. */
    public static RequestRefusedException invalid(FieldFault... faults) {
        return new RequestRefusedException(HttpStatus.UNPROCESSABLE_CONTENT, null, List.of(faults));
    }

    /** 503, with what is missing here. */
    public static RequestRefusedException unavailable(String reason) {
        return new RequestRefusedException(HttpStatus.SERVICE_UNAVAILABLE, reason, List.of());
    }

    /** 403, with the reason. */
    public static RequestRefusedException forbidden(String reason) {
        return new RequestRefusedException(HttpStatus.FORBIDDEN, reason, List.of());
    }

    HttpStatus status() {
        return status;
    }

    List<FieldFault> faults() {
        return faults;
    }
}
