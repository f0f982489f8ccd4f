package org.atelier.launcher.config;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a process is started in.
 *
 * @param environment the environment variables
 * @param workingDirectory absolute
 * @param home the user's home directory, absolute
 */
public record Surroundings(Map<String, String> environment, Path workingDirectory, Path home) {

    /** Those of this process. */
    public static Surroundings ofThisProcess() {
        return new Surroundings(
                System.getenv(),
                Path.of(System.getProperty("user.dir", ".")).toAbsolutePath(),
                Path.of(System.getProperty("user.home", ".")).toAbsolutePath());
    }

    /** Whether this is a container of a Kubernetes cluster. */
    public boolean inKubernetes() {
        return environment.containsKey("KUBERNETES_SERVICE_HOST");
    }

    ReadingContext context() {
        return new ReadingContext(workingDirectory, home);
    }
}
