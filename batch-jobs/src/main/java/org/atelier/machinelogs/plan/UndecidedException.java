package org.atelier.machinelogs.plan;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;

/** What a centre's files come to cannot be told without these: a landing copy is missing or damaged. */
public final class UndecidedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Set<Long> files;

    /**
     * @param files keys of the files whose comparison failed, or whose change asks for the missing copy
     * @param cause why
     */
    UndecidedException(Set<Long> files, IOException cause) {
        super(Objects.requireNonNullElse(cause.getMessage(), cause.toString()), cause);
        this.files = Set.copyOf(files);
    }

    boolean concerns(long file) {
        return files.contains(file);
    }
}
