package org.atelier.measurements.sink;

import java.util.List;

/** Whether times lie within some spans; quick for those that follow each other. Not thread-safe. */
final class InSpans {

    private final List<Span> spans;
    private Span current = new Span(1, 0);

    InSpans(List<Span> spans) {
        this.spans = spans;
    }

    boolean hold(long epochSecond) {
        if (current.holds(epochSecond)) {
            return true;
        }
        for (Span span : spans) {
            if (span.holds(epochSecond)) {
                current = span;
                return true;
            }
        }
        return false;
    }
}
