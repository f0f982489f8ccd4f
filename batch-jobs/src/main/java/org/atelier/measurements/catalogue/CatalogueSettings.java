package org.atelier.measurements.catalogue;

import java.net.URI;
import org.atelier.settings.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The service that keeps a catalogue of channels by company.
 *
 * @param url its address; null for none
 * @param token for it; null when it wants none
 */
public record CatalogueSettings(@Nullable URI url, @Nullable Secret token) {

    /** There is no such service. */
    public static final CatalogueSettings NONE = new CatalogueSettings(null, null);
}
