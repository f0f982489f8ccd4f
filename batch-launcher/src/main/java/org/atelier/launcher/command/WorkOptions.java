package org.atelier.launcher.command;

import java.util.Set;
import org.atelier.catalog.StartOption;
import org.atelier.run.Shard;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which part of the work a command does, and whether it does what is done already. */
final class WorkOptions {

    @Option(names = "--again", description = "Do a range anew that is complete already.")
    boolean again;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            converter = Ranged.Part.class,
            description = "Do the Ith of N parts of the work; N such runs, beside each other, do the whole.")
    @Nullable Shard shard;

    /** What is asked for that not every job can do. */
    Set<StartOption> asked() {
        return shard == null ? Set.of() : Set.of(StartOption.SHARD);
    }
}
