package org.atelier.launcher.engine;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.atelier.launcher.ProgramVersion;
import org.atelier.run.RunOwner;

/** Who this process is. */
final class Owner {

    private Owner() {}

    static RunOwner ofThisProcess() {
        Map<String, String> environment = System.getenv();
        boolean kubernetes = environment.containsKey("KUBERNETES_SERVICE_HOST");
        String host = host(environment);
        String trigger = kubernetes ? "kubernetes" : "manual";
        return new RunOwner(
                host, ProcessHandle.current().pid(), kubernetes ? host : null, trigger, ProgramVersion.text());
    }

    private static String host(Map<String, String> environment) {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return environment.getOrDefault("HOSTNAME", "unknown");
        }
    }
}
