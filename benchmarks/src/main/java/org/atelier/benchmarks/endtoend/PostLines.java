package org.atelier.benchmarks.endtoend;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * The least that must be done: lines that lie ready are compressed and posted, 5,000 at a time, one after the other.
 */
final class PostLines {

    private static final int BATCH = 5_000;

    private PostLines() {}

    /** With a file and an address. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        URI url = URI.create(arguments[1]);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(arguments[0])), 1 << 16)) {
            byte[] batch = next(in);
            while (batch.length > 0) {
                HttpResponse<Void> response = http.send(
                        HttpRequest.newBuilder(url)
                                .header("Content-Encoding", "gzip")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(batch))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
                if (response.statusCode() != 204) {
                    throw new IOException("status " + response.statusCode());
                }
                batch = next(in);
            }
        }
    }

    /** The next lines, compressed; empty at the end. */
    private static byte[] next(InputStream in) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(1 << 16);
        int lines = 0;
        try (OutputStream out = new GZIPOutputStream(packed, 1 << 13)) {
            byte[] line = new byte[1 << 13];
            int length = 0;
            int next = lines < BATCH ? in.read() : -1;
            while (next >= 0) {
                line[length++] = (byte) next;
                if (next == '\n') {
                    out.write(line, 0, length);
                    length = 0;
                    lines++;
                }
                next = lines < BATCH ? in.read() : -1;
            }
        }
        return lines == 0 ? new byte[0] : packed.toByteArray();
    }
}
