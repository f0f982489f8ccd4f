package org.atelier.measurements.tenant;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the path of a file says, relative to the data folder: {@code company/campaign/device/[further/...]file.tsv}.
 * Names are data; whoever puts them into a query, a URL or a path escapes them there.
 *
 * @param company the bucket's name
 * @param campaign the tag's value
 * @param device serial of the master by the folder; only for people, the file's own serial counts
 * @param file the file's name
 */
public record MeasurementPath(String company, String campaign, String device, String file) {

    /** Names of folders that files are moved into; nothing in them is taken. */
    public static final Set<String> DONE = Set.of("parsed", "error");

    private static final int COMPONENTS = 4;
    private static final int LONGEST = 120;

    /** What the means of a bucket are called; a company of such a name would be taken for another's means. */
    private static final Pattern RESERVED = Pattern.compile("_.*|powerview_meta|.*_1[hdw]");

    /**
     * Reads a path.
     *
     * @param path relative to the data folder, with {@code /} between names
     * @throws BadPathException when it names no company, campaign and device, or one that cannot be a name
     */
    public static MeasurementPath of(String path) throws BadPathException {
        List<String> names = List.of(path.split("/", -1));
        if (names.size() < COMPONENTS) {
            throw new BadPathException("Invalid path structure: " + path
                    + " is not company/campaign/device/file.tsv. Move it into the folder of its device");
        }
        for (String name : names.subList(0, COMPONENTS - 1)) {
            if (DONE.contains(name)) {
                throw new BadPathException("Invalid path structure: " + path + " has a folder '" + name
                        + "' where a company, campaign or device is named");
            }
        }
        check("company", names.get(0));
        check("campaign", names.get(1));
        if (RESERVED.matcher(names.get(0)).matches()) {
            throw new BadPathException(
                    "Invalid path structure: the company name '" + names.get(0) + "' is reserved; rename its folder");
        }
        return new MeasurementPath(names.get(0), names.get(1), names.get(2), names.get(names.size() - 1));
    }

    private static void check(String what, String name) throws BadPathException {
        boolean plain = !name.isBlank()
                && name.equals(name.strip())
                && name.length() <= LONGEST
                && !name.equals("..")
                && !name.equals(".")
                && name.codePoints().noneMatch(MeasurementPath::isForbidden);
        if (!plain) {
            throw new BadPathException("Invalid path structure: the " + what
                    + " folder's name has a control character, a backslash, a blank at an end, or more than " + LONGEST
                    + " characters; rename it");
        }
    }

    private static boolean isForbidden(int character) {
        return Character.isISOControl(character)
                || character == '\\'
                || character == 0xFFFD
                || Character.getType(character) == Character.SURROGATE;
    }
}
