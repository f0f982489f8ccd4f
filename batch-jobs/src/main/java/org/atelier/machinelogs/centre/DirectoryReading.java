package org.atelier.machinelogs.centre;

/** What a directory's name says about it. */
public sealed interface DirectoryReading {

    /** The directory of a machining centre. */
    record Centre(MachiningCentre centre) implements DirectoryReading {}

    /** A directory that is none, and never stops a run. */
    record Ignored(String reason, String remedy) implements DirectoryReading {}

    /** A directory left out by the configuration. */
    record Excluded() implements DirectoryReading {}
}
