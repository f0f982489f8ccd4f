package org.atelier.orders.row;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.atelier.orders.erp.ErpNumber;
import org.atelier.orders.erp.ErpOrder;
import org.jspecify.annotations.Nullable;

/** An order to put together; planned on 2025-05-28 unless said otherwise. */
final class SampleOrder {

    private final String id;
    private @Nullable Long type = 1L;
    private @Nullable ErpNumber number = ErpNumber.of(100);
    private @Nullable String extension;
    private @Nullable String status;
    private @Nullable String affair;
    private List<@Nullable String> dates = new ArrayList<>(List.of("2025-05-28 10:00:00"));
    private final List<ErpOrder.Accessory> accessories = new ArrayList<>();
    private final List<ErpOrder.Operation> operations = new ArrayList<>();

    private SampleOrder(String id) {
        this.id = id;
    }

    SampleOrder type(@Nullable Long value) {
        type = value;
        return this;
    }

    SampleOrder number(@Nullable Long value) {
        number = exact(value);
        return this;
    }

    SampleOrder extension(@Nullable String value) {
        extension = value;
        return this;
    }

    SampleOrder status(@Nullable String value) {
        status = value;
        return this;
    }

    SampleOrder affair(@Nullable String value) {
        affair = value;
        return this;
    }

    SampleOrder noDates() {
        dates = new ArrayList<>();
        return this;
    }

    SampleOrder date(@Nullable String value) {
        dates.addAll(Arrays.asList(value));
        return this;
    }

    SampleOrder accessory(String position, String code, String text) {
        accessories.add(new ErpOrder.Accessory(ErpNumber.of(position), exact(1L), exact(1L), code, text));
        return this;
    }

    SampleOrder accessory(long position, String code) {
        return accessory(position, 1L, 1L, code, null);
    }

    SampleOrder accessory(
            @Nullable Long position,
            @Nullable Long kind,
            @Nullable Long at,
            @Nullable String code,
            @Nullable String text) {
        accessories.add(new ErpOrder.Accessory(exact(position), exact(kind), exact(at), code, text));
        return this;
    }

    SampleOrder operation(@Nullable String value, @Nullable String name) {
        operations.add(new ErpOrder.Operation(value, name));
        return this;
    }

    /** The number as a column of any type shows it. */
    SampleOrder written(String value) {
        number = ErpNumber.of(value);
        return this;
    }

    private static @Nullable ErpNumber exact(@Nullable Long value) {
        return value == null ? null : ErpNumber.of(value);
    }

    ErpOrder build() {
        return new ErpOrder(id, exact(type), number, extension, status, affair, dates, accessories, operations);
    }

    static SampleOrder order(String id) {
        return new SampleOrder(id);
    }
}
