package org.atelier.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the data connection of a listing command gave, and what the server said when it was done.
 *
 * @param text its lines
 * @param shortfall why there may be more, in the server's own words; null when it says nothing of the kind
 */
record FtpLines(List<String> text, @Nullable String shortfall) {

    /**
     * What servers say, with success, of a listing that they did not finish: pure-ftpd {@code Output truncated to 2000
     * matches}, vsftpd {@code Transfer done (but failed to open directory).}, others of a limit, an error, a part.
     */
    private static final Pattern CUT_OFF = Pattern.compile(
            "truncat|incomplet|not complete|partial|\\bonly (the )?first\\b|too many|too large|abort|interrupt"
                    + "|limit (was |is |has been )?(reached|exceeded|hit)|(exceed|reach)\\w* (\\w+ ){0,4}(limit|max)"
                    + "|max\\w* (\\w+ ){0,4}(reached|exceeded)|\\bfail(ed|ure)|\\bdenied|could not|couldn't|cannot"
                    + "|can't|unable to|(?<!no )(?<!\\b0 )\\berrors?\\b(?! ?[:=] ?0)",
            Pattern.CASE_INSENSITIVE);

    /** What servers answer, with 450 or 550, to the listing of a directory that is there and empty. */
    private static final Pattern EMPTY = Pattern.compile(
            "no (such )?(files?|entries|match)|empty|not found|nothing|0 files", Pattern.CASE_INSENSITIVE);

    /**
     * Splits what came.
     *
     * @param reply what the server said at the end
     */
    static FtpLines of(String data, String reply) {
        var lines = new ArrayList<String>();
        int start = 0;
        for (int end = data.indexOf('\n'); end >= 0; end = data.indexOf('\n', start)) {
            lines.add(withoutReturn(data.substring(start, end)));
            start = end + 1;
        }
        if (start < data.length()) {
            lines.add(withoutReturn(data.substring(start)));
        }
        return new FtpLines(lines, cutOff(reply) ? "the server did not list everything; it said " + reply : null);
    }

    private static String withoutReturn(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** Whether a reply of success says that the listing was cut off. */
    static boolean cutOff(String reply) {
        return CUT_OFF.matcher(reply).find();
    }

    /** Whether a refusal says that there is just nothing to list. */
    static boolean saysEmpty(String reply) {
        return EMPTY.matcher(reply).find() && !cutOff(reply);
    }
}
