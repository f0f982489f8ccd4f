package org.atelier.database;

/** Who brings an older schema up to date. An empty database is set up in either case. */
public enum Migrate {
    /** A person or a deployment, by {@code atelier db update}. */
    MANUAL,
    /** The first command that needs the schema. */
    AUTO
}
