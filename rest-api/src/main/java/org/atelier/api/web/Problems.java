package org.atelier.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers as RFC 9457 has them ({@code application/problem+json}). Never a stack trace, SQL, or a value that was sent.
 * Thread-safe.
 */
@Component
public final class Problems {

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    /** A problem of that status. */
    public static ProblemDetail of(HttpStatusCode status, @Nullable String detail) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setDetail(detail);
        return problem;
    }

    /** The same, with what is wrong with which field. */
    static ProblemDetail of(HttpStatusCode status, @Nullable String detail, List<FieldFault> faults) {
        ProblemDetail problem = of(status, detail);
        if (!faults.isEmpty()) {
            problem.setProperty("errors", faults);
        }
        return problem;
    }

    /** Says at which path it arose, without its query. */
    static void locate(ProblemDetail problem, HttpServletRequest request) {
        if (problem.getInstance() == null) {
            try {
                problem.setInstance(new URI(null, null, request.getRequestURI(), null));
            } catch (URISyntaxException e) {
                // No path that could be told; the status says enough.
                problem.setInstance(null);
            }
        }
    }

    /** Writes the whole answer; headers that are set already stay. Nothing, when an answer is under way. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        locate(problem, request);
        byte[] body = json.writeValueAsBytes(problem);
        response.resetBuffer();
        response.setStatus(problem.getStatus());
        response.setHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
        response.flushBuffer();
    }
}
