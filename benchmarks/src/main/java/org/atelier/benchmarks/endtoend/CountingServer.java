package org.atelier.benchmarks.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** An HTTP server that takes line protocol and only counts what came. Thread-safe. */
final class CountingServer implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicLong bytes = new AtomicLong();
    private final HttpServer server;
    private volatile @Nullable Path kept;

    CountingServer() throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Keeps the points that come from now on, unpacked, in a file; null: no more. */
    void keep(@Nullable Path file) {
        kept = file;
    }

    /** Compressed bytes that came since this was asked for. */
    long taken() {
        return bytes.getAndSet(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        Path file = kept;
        try (InputStream in = exchange.getRequestBody()) {
            boolean points = exchange.getRequestURI().getQuery() != null
                    && !exchange.getRequestURI().getQuery().contains("powerview_meta");
            if (file != null && points) {
                try (OutputStream out =
                        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                    new GZIPInputStream(in).transferTo(out);
                }
            } else {
                bytes.addAndGet(in.transferTo(OutputStream.nullOutputStream()));
            }
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
