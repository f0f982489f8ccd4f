package org.atelier.measurements.format;

import org.jspecify.annotations.Nullable;

/** The text of a header block, as it is collected; what is longer than 64 KiB is no header. */
final class HeaderText {

    private static final int LONGEST = 1 << 16;

    private final StringBuilder text = new StringBuilder();
    private boolean tooLong;

    void add(TsvLines line) {
        tooLong = tooLong || line.tooLong() || text.length() + line.length() > LONGEST;
        if (!tooLong) {
            text.append(text.isEmpty() ? "" : "\n").append(line.exactText());
        }
    }

    /** The JSON object that it is; null when it is none. */
    @Nullable HeaderJson json() {
        return tooLong ? null : HeaderJson.of(text.toString().strip());
    }
}
