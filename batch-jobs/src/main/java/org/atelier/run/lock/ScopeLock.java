package org.atelier.run.lock;

/** The SQL of a scope's advisory lock; {@code ?} is the scope. */
final class ScopeLock {

    /** The number that stands for a scope. */
    static final String KEY = "hashtextextended('atelier:' || ?, 0)";

    /**
     * Joins {@code pg_locks l} with {@code (select ... as key) k}: the lock of that key in this database, not that of
     * the shards which share it.
     */
    static final String MATCHES = """
            l.locktype = 'advisory' and l.objsubid = 1 and l.mode = 'ExclusiveLock'
              and l.database = (select oid from pg_database where datname = current_database())
              and l.classid::bigint = ((k.key >> 32) & 4294967295) and l.objid::bigint = (k.key & 4294967295)""";

    private ScopeLock() {}
}
