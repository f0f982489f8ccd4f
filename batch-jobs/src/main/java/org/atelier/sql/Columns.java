package org.atelier.sql;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Columns of a table, named in one place for all statements of a feature; a parameter is called as its column is. Names
 * are constants, never data. Immutable.
 *
 * @param names in their order
 */
public record Columns(List<String> names) {

    /** Copies the list. */
    public Columns {
        names = List.copyOf(names);
    }

    /** Of these names. */
    public static Columns of(String... names) {
        return new Columns(List.of(names));
    }

    /** These, then more. */
    public Columns and(String... more) {
        return new Columns(Stream.concat(names.stream(), Stream.of(more)).toList());
    }

    /** {@code a, b}. */
    public String list() {
        return String.join(", ", names);
    }

    /** {@code :a, :b}. */
    public String parameters() {
        return each(name -> ":" + name);
    }

    /** {@code a = :a, b = :b}. */
    public String assigned() {
        return each(name -> name + " = :" + name);
    }

    /** {@code a = excluded.a, b = excluded.b}. */
    public String excluded() {
        return each(name -> name + " = excluded." + name);
    }

    private String each(UnaryOperator<String> as) {
        return names.stream().map(as).collect(Collectors.joining(", "));
    }
}
