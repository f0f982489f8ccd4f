package org.atelier.machinelogs.ledger;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;

/** The codes of machining centres by key, read once: a code never changes. Thread-safe. */
public final class CentreCodes {

    private final Jdbi jdbi;
    private final Map<Long, String> codes = new ConcurrentHashMap<>();

    /** @param jdbi where table {@code centre_usinage} is */
    public CentreCodes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The code of a centre, such as {@code DEM12}. */
    public String code(long centreId) {
        return codes.computeIfAbsent(
                centreId,
                id -> jdbi.withHandle(handle -> handle.createQuery("select nom from centre_usinage where id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .one()));
    }
}
