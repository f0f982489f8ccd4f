package org.atelier.launcher.command;

import java.util.List;
import java.util.Map;
import org.atelier.catalog.BatchJob;
import org.atelier.catalog.JobParameter;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.settings.NearestName;

/** Refuses parameters that a job does not know. */
final class JobParameters {

    private JobParameters() {}

    /**
     * The parameters, each one known to the job.
     *
     * @throws CommandFailure (2) with the nearest name
     */
    static Map<String, String> checked(BatchJob job, Map<String, String> parameters) {
        List<String> known = job.parameters().stream().map(JobParameter::name).toList();
        for (String name : parameters.keySet()) {
            if (!known.contains(name)) {
                String hint = NearestName.of(name, known)
                        .map(nearest -> "did you mean " + nearest + "?")
                        .orElse("");
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "the job " + job.name() + " has no parameter '" + name + "'",
                        hint,
                        "atelier jobs describe " + job.name());
            }
        }
        return Map.copyOf(parameters);
    }
}
