package org.atelier.settings;

/**
 * The whole numbers that may be given for something, both ends included.
 *
 * @param least the smallest
 * @param most the largest
 */
public record NumberRange(long least, long most) {

    /** In words, to follow "from". */
    public String words() {
        return "from " + least + " to " + most;
    }

    /**
     * Reads a number within the range.
     *
     * @throws IllegalArgumentException when the text is none; the message names the range
     */
    public long parse(String text) {
        try {
            long number = Long.parseLong(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(refused(text), e);
        }
        throw new IllegalArgumentException(refused(text));
    }

    private String refused(String text) {
        return "'" + text + "' is no whole number " + words();
    }
}
