package org.atelier.launcher;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.atelier.run.RunOwner;
import org.atelier.settings.Settings;
import org.atelier.settings.Surroundings;

/** Who this process is: to other processes, and to people who ask later who did something. */
public final class Owner {

    private Owner() {}

    /** As the record of a run tells it. */
    public static RunOwner of(Settings settings) {
        String host = host();
        String pod = Surroundings.ofThisProcess().inKubernetes() ? host : null;
        return new RunOwner(host, pid(), pod, settings.trigger().inRecord(), ProgramVersion.text());
    }

    /** As the audit tells it: account, host and process. */
    public static String inWords() {
        return System.getProperty("user.name", "?") + "@" + host() + "/" + pid();
    }

    private static long pid() {
        return ProcessHandle.current().pid();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return System.getenv().getOrDefault("HOSTNAME", "unknown");
        }
    }
}
