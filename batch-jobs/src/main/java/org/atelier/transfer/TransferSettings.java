package org.atelier.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.time.Duration;

/**
 * How to talk to a server.
 *
 * @param connectTimeout longest wait for a connection, TLS or SSH handshake and login included, above zero
 * @param dataTimeout longest silence on a data connection, above zero
 * @param controlTimeout longest wait for the answer to a command, above zero
 * @param keepAlive a NOOP goes over the control connection when a download has kept it silent for this long, above zero
 * @param passive whether an FTP client opens the data connections (else the server does)
 * @param names the charset of names on the source, of whatever kind, but for a local directory of Windows or macOS; it
 *     agrees with ASCII. Over FTP also that of user and password
 * @param verifyHost whether an FTPS certificate must name the host; switch it off only with a pinned certificate
 */
public record TransferSettings(
        Duration connectTimeout,
        Duration dataTimeout,
        Duration controlTimeout,
        Duration keepAlive,
        boolean passive,
        Charset names,
        boolean verifyHost) {

    /**
     * Checks the durations.
     *
     * @throws IllegalArgumentException if a duration is not from one millisecond to a day
     */
    public TransferSettings {
        within("connectTimeout", connectTimeout);
        within("dataTimeout", dataTimeout);
        within("controlTimeout", controlTimeout);
        within("keepAlive", keepAlive);
    }

    /**
     * What fits a workshop's server: 15 s to connect, 60 s of silence on data, 30 s for an answer, a NOOP every 30 s,
     * passive, UTF-8, host names verified.
     *
     * @return the defaults
     */
    public static TransferSettings defaults() {
        return new TransferSettings(
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                true,
                UTF_8,
                true);
    }

    private static void within(String name, Duration value) {
        // A time-out of 0 means "for ever" to a socket, and above Integer.MAX_VALUE milliseconds it overflows.
        if (value.toMillis() < 1 || value.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(name + " must be between 1 ms and 1 day, not " + value);
        }
    }
}
