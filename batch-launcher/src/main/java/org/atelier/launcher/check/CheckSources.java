package org.atelier.launcher.check;

import java.io.IOException;
import java.util.List;
import org.atelier.launcher.result.CheckReport.Finding;
import org.atelier.launcher.result.CheckReport.Verdict;
import org.atelier.transfer.LoginRefusedException;
import org.atelier.transfer.MissingDirectoryException;
import org.atelier.transfer.RemoteDirectories;
import org.atelier.transfer.RemoteDirectory;
import org.atelier.transfer.RemoteEntry;
import org.atelier.transfer.RemoteListing;
import org.atelier.transfer.RemoteSource;

/** Logs in to every source and lists its root. */
public final class CheckSources {

    private static final String AREA = "sources";

    private CheckSources() {}

    /** One finding a source. */
    public static List<Finding> findings(List<RemoteSource> sources) {
        if (sources.isEmpty()) {
            return List.of(new Finding(
                    AREA,
                    Verdict.WARNING,
                    "atelier.machine-logs.source",
                    "no source is configured",
                    "set ATELIER_MACHINE_LOGS_SOURCE, such as ftp://user@host:21/logs"));
        }
        return sources.stream().map(CheckSources::look).toList();
    }

    private static Finding look(RemoteSource source) {
        try (RemoteDirectory directory = RemoteDirectories.connect(source)) {
            RemoteListing listing = directory.look("");
            String shortfall = listing.shortfall();
            if (shortfall != null) {
                return new Finding(AREA, Verdict.PROBLEM, source.label(), shortfall, "see the server's settings");
            }
            long directories = listing.entries().stream()
                    .filter(entry -> entry.kind() == RemoteEntry.Kind.DIRECTORY)
                    .count();
            Verdict verdict = directories == 0 ? Verdict.WARNING : Verdict.OK;
            String fix = directories == 0 ? "one directory a centre is expected, such as DEM12 (PVC)" : "";
            return new Finding(AREA, verdict, source.label(), directories + " directories", fix);
        } catch (MissingDirectoryException e) {
            return finding(source, Verdict.PROBLEM, e, "correct the path in atelier.machine-logs.source");
        } catch (LoginRefusedException e) {
            return finding(source, Verdict.PROBLEM, e, "correct atelier.machine-logs.username and .password");
        } catch (IOException e) {
            Verdict verdict = source.scheme().equals("file") ? Verdict.PROBLEM : Verdict.UNREACHABLE;
            return finding(source, verdict, e, "see that it is there and can be reached from here");
        }
    }

    private static Finding finding(RemoteSource source, Verdict verdict, IOException e, String fix) {
        return new Finding(AREA, verdict, source.label(), String.valueOf(e.getMessage()), fix);
    }
}
