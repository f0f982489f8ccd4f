package org.atelier.launcher.check;

import java.util.ArrayList;
import java.util.List;
import org.atelier.catalog.Finding;
import org.atelier.catalog.Finding.Verdict;
import org.atelier.settings.ConfigurationException;
import org.atelier.settings.Lack;
import org.atelier.settings.Problem;
import org.atelier.settings.Settings;

/** Reports what is wrong with the configuration. */
public final class CheckConfig {

    private static final String AREA = "config";

    private CheckConfig() {}

    /** One finding a problem. */
    public static List<Finding> problems(ConfigurationException e) {
        return e.problems().stream()
                .map(problem -> new Finding(AREA, Verdict.PROBLEM, problem.where(), problem.what(), problem.fix()))
                .toList();
    }

    /** What a job lacks, of an area that is looked at for that job. */
    public static List<Finding> lacks(String area, List<Problem> problems) {
        return problems.stream()
                .map(problem -> new Finding(area, Verdict.PROBLEM, problem.where(), problem.what(), problem.fix()))
                .toList();
    }

    /** The finding that it is all right, and what may be meant for other programs. */
    public static List<Finding> findings(Settings settings) {
        String where = settings.file().map(Object::toString).orElse("environment");
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(AREA, Verdict.OK, where, "every setting can be used", ""));
        settings.lacks().stream()
                .map(Lack::problem)
                .map(problem -> new Finding(AREA, Verdict.WARNING, problem.where(), problem.what(), problem.fix()))
                .forEach(findings::add);
        findings.addAll(CheckDisk.findings(settings));
        return findings;
    }
}
