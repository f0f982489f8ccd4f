package org.atelier.launcher;

import java.util.Objects;

/** The version of this program. */
public final class ProgramVersion {

    private ProgramVersion() {}

    /** From the jar's manifest; {@code development} when run from classes. */
    public static String text() {
        return Objects.requireNonNullElse(ProgramVersion.class.getPackage().getImplementationVersion(), "development");
    }
}
