package org.atelier.transfer;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads names from the bytes that a source gives, and writes them back. A byte that the charset cannot read is never
 * replaced: it becomes a lone low surrogate, which no charset gives, so that the name is known to be no name of ours.
 *
 * @param charset how names are written; agrees with ASCII
 */
record RemoteNames(Charset charset) {

    private static final int ESCAPED = 0xDC00;

    static RemoteNames of(RemoteSource source) {
        return new RemoteNames(source.transfer().names());
    }

    /** Reads bytes; those that cannot be read stay recognisable. */
    String read(byte[] bytes) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(2 * bytes.length + 2);
        CoderResult result = decoder.decode(in, out, true);
        while (result.isError()) {
            for (int i = 0; i < result.length(); i++) {
                out.put((char) (ESCAPED + (in.get() & 0xFF)));
            }
            result = decoder.decode(in, out, true);
        }
        decoder.flush(out);
        return out.flip().toString();
    }

    /**
     * The bytes of a path, as the source knows it.
     *
     * @throws RefusedPathException if the charset cannot write it
     */
    byte[] write(String path) throws RefusedPathException {
        try {
            ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(path));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new RefusedPathException("the path \"" + shown(path) + "\" is refused: it cannot be written in "
                    + charset.name() + "; atelier.machine-logs.names sets how names are written on a source");
        }
    }

    /** An entry of a listing; one whose name cannot be asked for has a fault, and a name that people can read. */
    RemoteEntry entry(String name, RemoteEntry.Kind kind, long size, @Nullable Instant modified) {
        String fault = fault(name);
        return fault == null
                ? new RemoteEntry(name, kind, size, modified)
                : new RemoteEntry(shown(name), kind, size, modified, fault);
    }

    private @Nullable String fault(String name) {
        if (!isReadable(name)) {
            return "the name is not " + charset.name() + ": rename it, or say with atelier.machine-logs.names how names"
                    + " are written there";
        }
        String fault = name.indexOf('/') >= 0 ? "it contains a slash" : RemotePath.fault(name);
        return fault == null ? null : "the name is refused: " + fault;
    }

    /** Whether every byte could be read, and would be written as it was. */
    private boolean isReadable(String name) {
        if (name.chars().allMatch(c -> c < 0x80)) {
            return true;
        }
        return name.codePoints().noneMatch(c -> Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE)
                && charset.newEncoder().canEncode(name);
    }

    /** A name for people: bytes that could not be read, and control characters, as {@code \xe8}. */
    static String shown(String name) {
        var text = new StringBuilder();
        name.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || (ESCAPED <= c && c <= ESCAPED + 0xFF)) {
                text.append(String.format(Locale.ROOT, "\\x%02x", c & 0xFF));
            } else {
                text.appendCodePoint(c);
            }
        });
        return text.toString();
    }
}
