package org.atelier.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a process is started in.
 *
 * @param environment the environment variables
 * @param workingDirectory absolute
 * @param home the user's home directory, absolute; {@link #NO_HOME} for none
 */
public record Surroundings(Map<String, String> environment, Path workingDirectory, Path home) {

    /** Stands for the home of a user without one, as in the accounts of daemons; nothing is ever written there. */
    public static final Path NO_HOME = Path.of("/nonexistent");

    /** Those of this process. */
    public static Surroundings ofThisProcess() {
        return new Surroundings(
                System.getenv(),
                Path.of(System.getProperty("user.dir", ".")).toAbsolutePath(),
                home(System.getProperty("user.home", ""), System.getenv().getOrDefault("HOME", "")));
    }

    /** Java says "?" of a user that the system does not know, such as an arbitrary one in a container. */
    static Path home(String ofJava, String ofShell) {
        return Stream.of(ofJava, ofShell)
                .filter(text -> text.startsWith("/"))
                .map(Path::of)
                .findFirst()
                .orElse(NO_HOME);
    }

    /** Whether this is a container of a Kubernetes cluster. */
    public boolean inKubernetes() {
        return environment.containsKey("KUBERNETES_SERVICE_HOST");
    }

    ReadingContext context() {
        return new ReadingContext(workingDirectory, home);
    }
}
