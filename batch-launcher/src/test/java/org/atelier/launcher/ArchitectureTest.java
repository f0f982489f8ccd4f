package org.atelier.launcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** What may be left out of an image is touched in two packages; what only reads starts no Spring. */
class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.atelier.launcher");

    @Test
    void only_the_embedded_database_and_the_demo_touch_the_optional_module() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.atelier.launcher.embedded..", "org.atelier.launcher.demo..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.atelier.fixtures..")
                .check(CLASSES);
    }

    @Test
    void only_the_engine_touches_spring_and_the_logging_library() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.atelier.launcher.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "ch.qos.logback..")
                .check(CLASSES);
    }

    @Test
    void only_the_renderer_prints_results() {
        noClasses()
                .that()
                .resideInAnyPackage("org.atelier.launcher.result..", "org.atelier.launcher.run..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.atelier.launcher.render..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.io.PrintStream.class)
                .check(CLASSES);
    }

    @Test
    void nothing_outside_depends_on_the_launcher() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.atelier.launcher..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.atelier.launcher..")
                .check(new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages("org.atelier"));
    }

    /** Commands that are one feature's by nature may; to put files back is still that of the log files' ledger. */
    @Test
    void what_serves_every_job_knows_none() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.atelier.launcher.check..",
                        "org.atelier.launcher.command..",
                        "org.atelier.launcher.complete..",
                        "org.atelier.launcher.engine..",
                        "org.atelier.launcher.render..",
                        "org.atelier.launcher.result..",
                        "org.atelier.launcher.run..")
                .and()
                .haveNameNotMatching(".*\\.(Explain|Files|Gdpr|Sessions)Command.*|.*\\.(SessionExplained|Gdpr\\w+).*")
                .and()
                .doNotHaveSimpleName("RejectsCommand")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.atelier.machinelogs..", "org.atelier.orders..")
                .check(CLASSES);
    }
}
