package org.atelier.run;

import org.jdbi.v3.core.Jdbi;

/** Table {@code atelier_scope}: the numbers of a scope's starts. Only whoever holds the scope's lock calls it. */
final class RunScopes {

    private final Jdbi jdbi;

    RunScopes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The identity of a new start. */
    RunIdentity next(String scope) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        insert into atelier_scope as s (scope, epoch, seq) values (:scope, 1, 1)
                            on conflict (scope) do update set epoch = s.epoch + 1, seq = s.seq + 1
                        returning seq, epoch
                        """)
                .bind("scope", scope)
                .map((row, context) -> new RunIdentity(scope, row.getLong("seq"), row.getLong("epoch")))
                .one());
    }
}
