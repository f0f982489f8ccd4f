package org.atelier.catalog;

/** What a start may ask for that not every job can do. */
public enum StartOption {
    /** Certain production days only. */
    DAYS("has no days"),
    /** A certain file only. */
    FILE("has no files"),
    /** Deleting more of a table than is configured. */
    DELETE_RATIO("deletes nothing"),
    /** A part of the work, beside other parts. */
    SHARD("has no shards"),
    /** Days from what was kept of its sources. */
    REBUILD("keeps nothing to build days from");

    private final String missing;

    StartOption(String missing) {
        this.missing = missing;
    }

    /** What to say of a job that cannot do it, after its name. */
    public String missing() {
        return missing;
    }
}
