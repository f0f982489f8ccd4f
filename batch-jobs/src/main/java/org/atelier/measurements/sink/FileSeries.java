package org.atelier.measurements.sink;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The series of a file.
 *
 * @param keys of the channels, in their order
 * @param spans within which all times of the file lie
 */
record FileSeries(List<Long> keys, List<Span> spans) {

    static FileSeries of(long[] keys, List<Span> spans) {
        return new FileSeries(Arrays.stream(keys).boxed().toList(), spans);
    }

    /** Whether each column is a series of its own. */
    boolean areDistinct() {
        return keys.stream().distinct().count() == keys.size();
    }

    long[] keyArray() {
        return keys.stream().mapToLong(Long::longValue).toArray();
    }

    /** The keys, for SQL. */
    String list() {
        return keys.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
