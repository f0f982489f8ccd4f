package org.atelier.machinelogs.centre;

/**
 * A machining centre.
 *
 * @param code its name in the plant, as {@code DEM12}; exact case
 * @param type what it works, as {@code PVC}
 */
public record MachiningCentre(String code, String type) {}
