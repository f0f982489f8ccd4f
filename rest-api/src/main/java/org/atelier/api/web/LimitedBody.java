package org.atelier.api.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Passes on a body until it is too large or too slow. Used by one thread. */
final class LimitedBody extends ServletInputStream {

    private final ServletInputStream body;
    private final long largest;
    private final long deadline;
    private long seen;

    LimitedBody(ServletInputStream body, long largest, Duration longest) {
        this.body = body;
        this.largest = largest;
        this.deadline = System.nanoTime() + longest.toNanos();
    }

    @Override
    public int read() throws IOException {
        int one = body.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int some = body.read(into, offset, length);
        count(Math.max(some, 0));
        return some;
    }

    private void count(int more) throws BodyRefusedException {
        seen += more;
        if (seen > largest) {
            throw tooLarge(largest);
        }
        if (System.nanoTime() - deadline > 0) {
            throw new BodyRefusedException(HttpStatus.REQUEST_TIMEOUT, "the body came too slowly");
        }
    }

    static BodyRefusedException tooLarge(long largest) {
        return new BodyRefusedException(HttpStatus.CONTENT_TOO_LARGE, "a body has at most " + largest + " bytes");
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }
}
