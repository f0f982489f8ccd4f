package org.atelier.machinelogs.find;

import org.atelier.files.Taking;

/**
 * A found file and what is decided about it.
 *
 * @param file the file
 * @param taking whether it is taken, and why
 * @param looksNew whether the ledger has to note this look: it is new, or its size or time changed since the last one
 * @param stable whether it is settled, so that a last line without an end counts
 */
public record TakenFile(FoundFile file, Taking taking, boolean looksNew, boolean stable) {}
