package org.atelier.orders.select;

import java.util.List;

/**
 * What the selection looks for. Immutable.
 *
 * @param plannedNotes a log-book note that contains one of them plans its order
 * @param rollerShutterStatuses a roller shutter order's status contains one of them
 * @param rollerShutterCodes one of its accessory codes begins with one of them
 * @param shutterCodes one of a shutter order's accessory codes begins with one of them
 * @param stockOperations an operation whose number contains one of them is one of stock
 */
public record SelectionLists(
        List<String> plannedNotes,
        List<String> rollerShutterStatuses,
        List<String> rollerShutterCodes,
        List<String> shutterCodes,
        List<String> stockOperations) {

    /** What the workshops use. */
    public static final SelectionLists USUAL = new SelectionLists(
            List.of("cde Planifiée"),
            List.of("Planifiee", "lancer en prod", "vitrage"),
            List.of("SOP", "S P ", "S D ", "S Q ", "S T ", "S TAB ", "S TN "),
            List.of("VR", "SOP", "S P"),
            List.of("VR"));

    /** Copies the lists. */
    public SelectionLists {
        plannedNotes = List.copyOf(plannedNotes);
        rollerShutterStatuses = List.copyOf(rollerShutterStatuses);
        rollerShutterCodes = List.copyOf(rollerShutterCodes);
        shutterCodes = List.copyOf(shutterCodes);
        stockOperations = List.copyOf(stockOperations);
    }
}
