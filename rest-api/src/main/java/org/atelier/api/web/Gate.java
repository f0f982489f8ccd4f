package org.atelier.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/** The first that a request meets: limits its body, and answers what everybody else failed to answer. Thread-safe. */
final class Gate extends OncePerRequestFilter {

    /** In bytes. No request of ours is larger. */
    static final long LARGEST_BODY = 1 << 20;

    private static final Duration LONGEST_BODY = Duration.ofSeconds(30);

    private final Problems problems;

    Gate(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            if (request.getContentLengthLong() > LARGEST_BODY) {
                throw LimitedBody.tooLarge(LARGEST_BODY);
            }
            chain.doFilter(new Limited(request), response);
        } catch (ServletException | IOException | RuntimeException e) {
            if (response.isCommitted()) {
                throw new IOException("An answer was broken off", e);
            }
            Throwable cause = e instanceof ServletException && e.getCause() != null ? e.getCause() : e;
            problems.write(request, response, Faults.of(cause));
        }
    }

    private static final class Limited extends HttpServletRequestWrapper {

        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedBody(super.getInputStream(), LARGEST_BODY, LONGEST_BODY);
        }
    }
}
