package org.atelier.orders.select;

import org.atelier.orders.text.CleanText;
import org.atelier.orders.text.CodePrefixes;
import org.atelier.orders.text.TextPatterns;
import org.jspecify.annotations.Nullable;

/** The tests of the selection. They look at cleaned values; what is null passes none. Immutable. */
public final class OrderSelection {

    private final TextPatterns notes;
    private final TextPatterns statuses;
    private final CodePrefixes rollerShutters;
    private final CodePrefixes shutters;
    private final TextPatterns stock;

    /** @param lists what to look for */
    public OrderSelection(SelectionLists lists) {
        this.notes = new TextPatterns(lists.plannedNotes());
        this.statuses = new TextPatterns(lists.rollerShutterStatuses());
        this.rollerShutters = new CodePrefixes(lists.rollerShutterCodes());
        this.shutters = new CodePrefixes(lists.shutterCodes());
        this.stock = new TextPatterns(lists.stockOperations());
    }

    /** Whether a note, as it stands in the ERP, plans its order. */
    public boolean isPlanned(String rawNote) {
        String note = CleanText.of(rawNote);
        return note != null && notes.in(note);
    }

    /** Whether the status is one of a roller shutter order. */
    public boolean isRollerShutterStatus(@Nullable String status) {
        return status != null && statuses.in(status);
    }

    /** Whether the accessory makes an order one of roller shutters. */
    public boolean isRollerShutterCode(@Nullable String code) {
        return code != null && rollerShutters.fit(code);
    }

    /** Whether the accessory makes an order one of shutters. */
    public boolean isShutterCode(@Nullable String code) {
        return code != null && shutters.fit(code);
    }

    /** Whether the operation is one of stock. */
    public boolean isStock(@Nullable String operation) {
        return operation != null && stock.in(operation);
    }

    /** What makes notes match; for people who look for forms. */
    public TextPatterns notes() {
        return notes;
    }
}
