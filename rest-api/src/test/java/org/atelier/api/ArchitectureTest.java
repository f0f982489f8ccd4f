package org.atelier.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** The service reads what the launcher reads, by the same values, and starts no job. */
class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.atelier.api");

    @Test
    void it_knows_neither_the_launcher_nor_the_fixtures_nor_what_runs_jobs() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.atelier.launcher..",
                        "org.atelier.fixtures..",
                        "org.atelier.run.engine..",
                        "org.atelier.run.step..",
                        "org.atelier.run.lock..",
                        "org.springframework.batch..")
                .check(CLASSES);
    }

    @Test
    void resources_do_not_know_each_other() {
        slices().matching("org.atelier.api.(*)..").should().beFreeOfCycles().check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("org.atelier.api.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.atelier.api.users..", "org.atelier.api.data..", "org.atelier.api.security..")
                .check(CLASSES);
    }

    @Test
    void nobody_reads_the_clock_but_through_the_one_that_is_given() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }
}
