package org.atelier.api.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * Which part of a list is asked for, by {@code skip} and {@code limit}; a parameter of a resource's method. Immutable.
 *
 * @param skip rows to leave out
 * @param limit rows to give, at most
 * @param total whether the number of all is to be told
 */
public record Page(int skip, int limit, boolean total) {

    /** When nothing is said. */
    public static final int USUAL = 100;

    /** At most. */
    public static final int MOST = 1000;

    /** As it is asked for. */
    public static Page of(NativeWebRequest request) {
        return new Page(
                number(request, "skip", 0, 0, Integer.MAX_VALUE),
                number(request, "limit", USUAL, 1, MOST),
                truth(request, "total"));
    }

    private static int number(NativeWebRequest request, String name, int usual, int least, int most) {
        String text = request.getParameter(name);
        if (text == null) {
            return usual;
        }
        String words = "must be a whole number from " + least + " to " + most;
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw RequestRefusedException.invalid(new FieldFault(name, words));
        }
        throw RequestRefusedException.invalid(new FieldFault(name, words));
    }

    private static boolean truth(NativeWebRequest request, String name) {
        @Nullable String text = request.getParameter(name);
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw RequestRefusedException.invalid(new FieldFault(name, "must be true or false"));
    }
}
