package org.atelier.measurements.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atelier.measurements.format.BadMeasurementFileException.Code;
import org.atelier.measurements.point.Channel;
import org.jspecify.annotations.Nullable;

/**
 * The two lines that name the columns: serials (the master's first) and titles (the marker first).
 *
 * @param serials cells of the first line
 * @param titles cells of the second line
 */
record Titles(List<String> serials, List<String> titles) {

    static final String TRI = "tri";
    static final String MONO = "mono";

    private static final Set<String> MARKERS = Set.of("MV_T302_V002", "MV_T302_V003");
    private static final int PHASES = 3;

    /** What these lines hold; white space around them, tabs too, counts for nothing. */
    static Titles of(String serialLine, String titleLine) throws BadMeasurementFileException {
        Titles read = new Titles(cells(serialLine), cells(titleLine));
        read.check();
        return read;
    }

    private void check() throws BadMeasurementFileException {
        if (!MARKERS.contains(marker())) {
            throw new BadMeasurementFileException(
                    Code.UNSUPPORTED_FORMAT, "The format marker '" + Shown.of(marker()) + "' is not known.");
        }
        if (serials.size() != titles.size()) {
            throw new BadMeasurementFileException(
                    Code.HEADER_WIDTH_MISMATCH,
                    "There are serials for " + (serials.size() - 1) + " columns and titles for " + (titles.size() - 1)
                            + ".");
        }
        if (serials.size() == 1) {
            throw new BadMeasurementFileException(Code.NO_CHANNEL, "The file names no channel.");
        }
    }

    String marker() {
        return titles.get(0);
    }

    /**
     * The columns.
     *
     * @param masterType {@code tri} or {@code mono} where the file says it; null: the titles decide
     */
    List<Channel> channels(@Nullable String masterType) {
        String subtype = masterType == null ? subtype() : masterType;
        Map<String, Integer> ranks = new HashMap<>();
        List<Channel> channels = new ArrayList<>();
        for (int i = 1; i < serials.size(); i++) {
            int rank = ranks.merge(serials.get(i), 1, Integer::sum);
            channels.add(channel(i, rank, subtype));
        }
        return List.copyOf(channels);
    }

    private Channel channel(int column, int rank, String subtype) {
        String master = serials.get(0);
        String serial = serials.get(column);
        String title = titles.get(column);
        int space = title.lastIndexOf(' ');
        String name = space < 0 ? title : title.substring(0, space).strip();
        String unit = space < 0 ? "" : title.substring(space + 1).strip();
        boolean ofMaster = serial.equals(master);
        String label = ofMaster ? masterLabel(rank, subtype) : "Ch" + rank;
        return new Channel(column, master, serial, ofMaster ? subtype : null, label, name, unit);
    }

    /** By rank, not by title: U1 to U3 are a tri master's first three columns, whatever they are called. */
    private static String masterLabel(int rank, String subtype) {
        int voltages = subtype.equals(TRI) ? PHASES : 1;
        return rank <= voltages ? "U" + rank : "Ch" + (rank - voltages);
    }

    private String subtype() {
        for (char phase = '1'; phase <= '0' + PHASES; phase++) {
            if (!hasPhase(phase)) {
                return MONO;
            }
        }
        return TRI;
    }

    private boolean hasPhase(char phase) {
        return titles.stream().skip(1).anyMatch(title -> isPhase(title, phase));
    }

    /** Whether it begins with {@code Ph}, white space or none, this digit, and a word ends there. */
    private static boolean isPhase(String title, char phase) {
        if (!title.startsWith("Ph")) {
            return false;
        }
        int at = 2;
        while (at < title.length() && Character.isWhitespace(title.charAt(at))) {
            at++;
        }
        return at < title.length()
                && title.charAt(at) == phase
                && (at + 1 == title.length() || !isWord(title.codePointAt(at + 1)));
    }

    private static boolean isWord(int character) {
        return character == '_' || Character.isLetterOrDigit(character);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.strip().split("\t", -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }
}
