package org.atelier.files.history;

import java.util.Optional;

/**
 * Which files of the ledger to list.
 *
 * @param job of that job only
 * @param centre of that machining centre only
 * @param state in that state only, in lower case
 * @param gateFailed only those whose loaded version failed the quality gate
 * @param limit at most that many; above zero
 */
public record FileFilter(
        Optional<String> job, Optional<String> centre, Optional<String> state, boolean gateFailed, int limit) {}
