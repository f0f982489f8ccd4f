package org.atelier.measurements.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.atelier.measurements.format.BadMeasurementFileException.Code;

/** Refuses bytes that are no UTF-8; for the lines that are not ASCII alone. Not thread-safe. */
final class Utf8Check {

    private final CharsetDecoder decoder = UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer dropped = CharBuffer.allocate(1 << 12);

    /**
     * Checks these bytes, which begin with a whole character.
     *
     * @param end whether they end with a whole character too
     * @return where the last character begins that is not whole; {@code to} when all are
     */
    int check(byte[] bytes, int from, int to, boolean end, long line) throws BadMeasurementFileException {
        ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
        decoder.reset();
        CoderResult result;
        do {
            dropped.clear();
            result = decoder.decode(in, dropped, end);
        } while (result.isOverflow());
        if (result.isError()) {
            throw new BadMeasurementFileException(Code.NOT_UTF8, "Line " + line + " is not valid UTF-8.");
        }
        return in.position();
    }
}
