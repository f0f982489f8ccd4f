package org.atelier.machinelogs;

/** What becomes of a loaded, settled file of a past day on its server. */
public enum AfterLoad {
    /** It stays where it is. */
    KEEP,
    /** It is renamed into the archive directory. */
    ARCHIVE,
    /** It is deleted; the landing area keeps its content. */
    DELETE
}
