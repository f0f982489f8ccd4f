package org.atelier.measurements.influx;

import java.io.IOException;
import java.net.http.HttpRequest;
import org.atelier.measurements.point.Channel;
import org.jspecify.annotations.Nullable;

/** What differs between the servers that take line protocol. Implementations are thread-safe. */
interface ServerKind {

    /**
     * Looks whether it would take points, and changes nothing.
     *
     * @return what it is, for people
     */
    String look() throws IOException, InfluxRefusedException;

    /** Makes the place of a company's points when there is none; that somebody else makes it meanwhile is as good. */
    void ensure(String bucket) throws IOException, InfluxRefusedException;

    /** Makes the place of what is told of runs when there is none. */
    void ensureMeta(String bucket) throws IOException, InfluxRefusedException;

    /** A place was not there after all. */
    void forget(String bucket);

    /** A request that writes lines whose times are seconds. */
    HttpRequest writing(String bucket, byte[] gzip);

    /**
     * All of a line before the value of a channel, as the server reads names.
     *
     * @throws UnwritableNameException when a name cannot be written
     */
    byte[] prefix(String campaign, Channel channel) throws UnwritableNameException;

    /**
     * Makes the means anew of every window that a file touched, and counts what is there.
     *
     * @return how many points the part has; null where that is not asked
     */
    @Nullable Long after(Part part) throws IOException, InfluxRefusedException;
}
