package org.atelier.launcher;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.atelier.run.RunOwner;

/** Who this process is: to other processes, and to people who ask later who did something. */
public final class Owner {

    private Owner() {}

    /** As the record of a run tells it. */
    public static RunOwner ofThisProcess() {
        Map<String, String> environment = System.getenv();
        boolean kubernetes = environment.containsKey("KUBERNETES_SERVICE_HOST");
        String host = host(environment);
        String trigger = kubernetes ? "kubernetes" : "manual";
        return new RunOwner(
                host, ProcessHandle.current().pid(), kubernetes ? host : null, trigger, ProgramVersion.text());
    }

    /** As the audit tells it: account, host and process. */
    public static String inWords() {
        RunOwner owner = ofThisProcess();
        return System.getProperty("user.name", "?") + "@" + owner.host() + "/" + owner.pid();
    }

    private static String host(Map<String, String> environment) {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return environment.getOrDefault("HOSTNAME", "unknown");
        }
    }
}
