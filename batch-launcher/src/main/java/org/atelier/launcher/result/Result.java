package org.atelier.launcher.result;

import org.atelier.answer.Document;
import org.atelier.launcher.ExitCode;

/** What a command answers. */
public interface Result {

    /** The answer's content, the same for every output format. */
    Document document();

    /** What the process ends with. */
    default ExitCode exitCode() {
        return ExitCode.OK;
    }
}
