package org.atelier.api.web;

/**
 * What is wrong with one field or parameter of a request.
 *
 * @param field its name as it is sent
 * @param message what it must be; never its value
 */
public record FieldFault(String field, String message) {

    /** Of a component of a record, whose name in Java is not the one in JSON. */
    static FieldFault of(String javaName, String message) {
        return new FieldFault(snake(javaName), message);
    }

    /** {@code fullName} is sent as {@code full_name}. */
    static String snake(String javaName) {
        StringBuilder name = new StringBuilder();
        javaName.chars().forEach(c -> {
            if (Character.isUpperCase(c)) {
                name.append('_');
            }
            name.appendCodePoint(Character.toLowerCase(c));
        });
        return name.toString();
    }
}
