package org.atelier.orders.erp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A planned order as it stands in the ERP: nothing cleaned, nothing converted. Its notes are gone but for their dates.
 *
 * @param id key of the order
 * @param type {@code AuftragsTyp}
 * @param number {@code AuNummer}
 * @param extension {@code AuAlpha}
 * @param status {@code AufStatus}
 * @param affair {@code Kommission}; null when it is not to be read
 * @param planned dates of the notes that say it is planned, as MySQL writes them
 * @param accessories all of them
 * @param operations all of them
 */
public record ErpOrder(
        String id,
        @Nullable ErpNumber type,
        @Nullable ErpNumber number,
        @Nullable String extension,
        @Nullable String status,
        @Nullable String affair,
        List<@Nullable String> planned,
        List<Accessory> accessories,
        List<Operation> operations) {

    /**
     * An accessory of an order.
     *
     * @param position {@code Position}
     * @param kind {@code Kennung}
     * @param number {@code ZNr}
     * @param code {@code ZCode}
     * @param text {@code Text}
     */
    public record Accessory(
            @Nullable ErpNumber position,
            @Nullable ErpNumber kind,
            @Nullable ErpNumber number,
            @Nullable String code,
            @Nullable String text) {}

    /**
     * An operation of an order.
     *
     * @param number {@code Nummer}
     * @param name {@code Bezeichnung}
     */
    public record Operation(
            @Nullable String number, @Nullable String name) {}
}
