package org.atelier.machinelogs;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atelier.files.afterload.AfterLoad;
import org.atelier.machinelogs.gate.GateLimits;
import org.atelier.machinelogs.session.ProductionDayRule;
import org.atelier.transfer.RemoteSource;

/**
 * What the machine-logs job is told. Immutable; holds secrets in its sources, which never show themselves.
 *
 * @param sources where the files are; empty when none is configured
 * @param timeZone the plant's zone, in which machines write
 * @param defaultDayStart when a production day begins, local time
 * @param dayStarts the same by centre code, for those that differ
 * @param centres types by code, of centres whose directory is named by the code alone
 * @param excludedDirectories directory names that are no centre
 * @param settle how long a file must look the same to be settled, above zero
 * @param afterLoad what becomes of loaded files on the server
 * @param workers centre-days worked on at once, at least 1
 * @param landing the landing area's root, absolute
 * @param gate from when on a loaded file needs a look
 * @param maxAge age of a centre's last session beyond which nothing is known of it; above zero
 */
public record MachineLogSettings(
        List<RemoteSource> sources,
        ZoneId timeZone,
        LocalTime defaultDayStart,
        Map<String, LocalTime> dayStarts,
        Map<String, String> centres,
        Set<String> excludedDirectories,
        Duration settle,
        AfterLoad afterLoad,
        int workers,
        Path landing,
        GateLimits gate,
        Duration maxAge) {

    /** Copies the collections. */
    public MachineLogSettings {
        sources = List.copyOf(sources);
        dayStarts = Map.copyOf(dayStarts);
        centres = Map.copyOf(centres);
        excludedDirectories = Set.copyOf(excludedDirectories);
    }

    /** When a production day of this centre begins. */
    public ProductionDayRule dayRule(String centre) {
        return new ProductionDayRule(dayStarts.getOrDefault(centre, defaultDayStart));
    }

    /** The production day that it is in this centre. */
    public LocalDate today(String centre, Instant now) {
        return dayRule(centre).dayOf(now.atZone(timeZone).toLocalDateTime().toEpochSecond(ZoneOffset.UTC));
    }
}
