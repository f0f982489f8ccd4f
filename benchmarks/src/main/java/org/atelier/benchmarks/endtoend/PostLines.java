package org.atelier.benchmarks.endtoend;

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
        byte[] block = new byte[1 << 21];
        int filled = 0;
        try (InputStream in = Files.newInputStream(Path.of(arguments[0]))) {
            int read = in.readNBytes(block, 0, block.length);
            while (read > 0 || filled > 0) {
                filled += read;
                int end = end(block, filled);
                post(http, url, block, end);
                System.arraycopy(block, end, block, 0, filled - end);
                filled -= end;
                read = in.readNBytes(block, filled, block.length - filled);
            }
        }
    }

    /** Behind the last line of a batch: what comes behind the block belongs to the next one. */
    private static int end(byte[] block, int filled) {
        int lines = 0;
        int end = 0;
        for (int at = 0; at < filled && lines < BATCH; at++) {
            if (block[at] == '\n') {
                lines++;
                end = at + 1;
            }
        }
        return end;
    }

    private static void post(HttpClient http, URI url, byte[] block, int end) throws IOException, InterruptedException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(1 << 16);
        try (OutputStream out = new GZIPOutputStream(packed, 1 << 13)) {
            out.write(block, 0, end);
        }
        HttpResponse<Void> response = http.send(
                HttpRequest.newBuilder(url)
                        .header("Content-Encoding", "gzip")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(packed.toByteArray()))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        if (response.statusCode() != 204) {
            throw new IOException("status " + response.statusCode());
        }
    }
}
