package org.atelier.machinelogs.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.atelier.catalog.Finding;
import org.atelier.catalog.Finding.Verdict;
import org.atelier.catalog.JobCheck;
import org.atelier.machinelogs.MachineLogSettings;
import org.atelier.machinelogs.centre.CentreDirectories;
import org.atelier.machinelogs.centre.CentreSurvey;
import org.atelier.transfer.LoginRefusedException;
import org.atelier.transfer.MissingDirectoryException;
import org.atelier.transfer.RemoteDirectories;
import org.atelier.transfer.RemoteDirectory;
import org.atelier.transfer.RemoteEntry;
import org.atelier.transfer.RemoteListing;
import org.atelier.transfer.RemoteSource;
import org.atelier.transfer.UnreachableException;
import org.atelier.transfer.UntrustedServerException;

/** Logs in to every source, and looks at each directory as a run will: what it would report is found now. */
public final class CheckSources implements JobCheck {

    /** What people type. */
    public static final String AREA = "sources";

    private static final String SOURCE = "atelier.machine-logs.source";
    private static final String EXCLUDE = "exclude one of them with atelier.machine-logs.excluded-directories";

    @Override
    public String area() {
        return AREA;
    }

    /** One finding a source, and one for each directory of it that a run would report. */
    @Override
    public Found look(Question question) {
        return new Found(findings(question.settings().get(MachineLogSettings.class)), List.of());
    }

    private static List<Finding> findings(MachineLogSettings settings) {
        if (settings.sources().isEmpty()) {
            return List.of(new Finding(
                    AREA,
                    Verdict.NOT_SET,
                    SOURCE,
                    "no source is configured",
                    "set ATELIER_MACHINE_LOGS_SOURCE, such as ftp://user@host:21/logs"));
        }
        Look look = new Look(new CentreDirectories(settings.centres(), settings.excludedDirectories()));
        settings.sources().forEach(look::at);
        look.refuseCodesInSeveralSources();
        return look.findings;
    }

    /** One look at all sources; used by one thread. */
    private static final class Look {

        private final CentreDirectories directories;
        private final Map<String, CentreSurvey> surveys = new LinkedHashMap<>();
        private final List<Finding> findings = new ArrayList<>();

        private Look(CentreDirectories directories) {
            this.directories = directories;
        }

        private void at(RemoteSource source) {
            try (RemoteDirectory remote = RemoteDirectories.connect(source)) {
                RemoteListing root = remote.look("");
                List<String> names = root.entries().stream()
                        .filter(entry -> entry.kind() == RemoteEntry.Kind.DIRECTORY)
                        .map(RemoteEntry::name)
                        .toList();
                CentreSurvey survey = directories.survey(names);
                surveys.put(source.label(), survey);
                boolean none = survey.codes().isEmpty();
                add(
                        none ? Verdict.WARNING : Verdict.OK,
                        source.label(),
                        names.size() + " directories",
                        none ? "one directory a centre is expected, such as DEM12 (PVC)" : "");
                reportShortfall(source.label(), root);
                judge(source, survey);
                read(source, remote, survey);
            } catch (MissingDirectoryException e) {
                add(Verdict.PROBLEM, source.label(), words(e), "correct the path in " + SOURCE);
            } catch (LoginRefusedException e) {
                add(Verdict.PROBLEM, source.label(), words(e), "correct atelier.machine-logs.username and .password");
            } catch (UntrustedServerException e) {
                add(Verdict.PROBLEM, source.label(), words(e), "see docs/recipes/read-your-files.md");
            } catch (IOException e) {
                Verdict verdict = source.scheme().equals("file") ? Verdict.PROBLEM : Verdict.UNREACHABLE;
                add(verdict, source.label(), words(e), "see that it is there and can be reached from here");
            }
        }

        private void reportShortfall(String where, RemoteListing listing) {
            String shortfall = listing.shortfall();
            if (shortfall != null) {
                add(Verdict.PROBLEM, where, shortfall, "see the server's settings");
            }
        }

        private void judge(RemoteSource source, CentreSurvey survey) {
            survey.ignored()
                    .forEach((name, why) -> add(Verdict.WARNING, place(source, name), why.reason(), why.remedy()));
            survey.conflicts()
                    .forEach(conflict -> add(
                            Verdict.PROBLEM,
                            source.label(),
                            conflict.message(),
                            "rename the directories of " + conflict.code() + ", or " + EXCLUDE));
        }

        private void read(RemoteSource source, RemoteDirectory remote, CentreSurvey survey) throws IOException {
            for (CentreSurvey.Found centre : survey.centres()) {
                for (String directory : centre.directories()) {
                    try {
                        reportShortfall(place(source, directory), remote.look(directory));
                    } catch (UnreachableException e) {
                        throw e;
                    } catch (IOException e) {
                        add(
                                Verdict.PROBLEM,
                                place(source, directory),
                                words(e),
                                "give the user of this source the right to list and read it, or exclude it with"
                                        + " atelier.machine-logs.excluded-directories");
                    }
                }
            }
        }

        private void refuseCodesInSeveralSources() {
            CentreSurvey.codesInSeveralSources(surveys)
                    .forEach((code, sources) -> add(
                            Verdict.PROBLEM,
                            SOURCE,
                            "Centre " + code + " has directories in more than one source: "
                                    + String.join(", ", sources),
                            "keep it in one of them, or " + EXCLUDE));
        }

        private static String place(RemoteSource source, String directory) {
            return source.label() + "/" + directory;
        }

        private void add(Verdict verdict, String where, String what, String fix) {
            findings.add(new Finding(AREA, verdict, where, what, fix));
        }

        private static String words(IOException e) {
            return Objects.requireNonNullElse(e.getMessage(), e.toString());
        }
    }
}
