package org.atelier;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.sql.PreparedStatement;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Features know the shared packages, never the other way round; the domain knows neither Spring nor a database. */
class ArchitectureTest {

    private static final String[] SHARED = {
        "org.atelier.accounts..",
        "org.atelier.bulk..",
        "org.atelier.catalog..",
        "org.atelier.database..",
        "org.atelier.files..",
        "org.atelier.history..",
        "org.atelier.observe..",
        "org.atelier.reject..",
        "org.atelier.retention..",
        "org.atelier.run..",
        "org.atelier.serve..",
        "org.atelier.settings..",
        "org.atelier.sql..",
        "org.atelier.transfer.."
    };

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.atelier");

    @Test
    void shared_packages_know_no_feature() {
        noClasses()
                .that()
                .resideInAnyPackage(SHARED)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.atelier.machinelogs..", "org.atelier.orders..", "org.atelier.measurements..")
                .check(CLASSES);
    }

    @Test
    void features_do_not_know_each_other() {
        slices().matching("org.atelier.(machinelogs|orders|measurements)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }

    @Test
    void lines_events_sessions_centres_the_rules_of_orders_and_formats_of_measurements_are_pure() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.atelier.machinelogs.line..",
                        "org.atelier.machinelogs.event..",
                        "org.atelier.machinelogs.session..",
                        "org.atelier.machinelogs.centre..",
                        "org.atelier.orders.text..",
                        "org.atelier.orders.select..",
                        "org.atelier.orders.row..",
                        "org.atelier.measurements.point..",
                        "org.atelier.measurements.format..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "java.sql..",
                        "javax.sql..",
                        "org.jdbi..",
                        "java.nio.file..",
                        "org.slf4j..")
                .check(CLASSES);
    }

    @Test
    void the_rooms_of_a_run_build_upon_each_other() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("values")
                .definedBy("org.atelier.run")
                .layer("lock")
                .definedBy("org.atelier.run.lock..")
                .layer("step")
                .definedBy("org.atelier.run.step..")
                .layer("engine")
                .definedBy("org.atelier.run.engine..")
                .whereLayer("engine")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("step")
                .mayOnlyBeAccessedByLayers("engine")
                .whereLayer("lock")
                .mayOnlyBeAccessedByLayers("step", "engine")
                .check(CLASSES);
    }

    @Test
    void what_a_run_is_the_lock_and_sql_know_no_spring() {
        noClasses()
                .that()
                .resideInAnyPackage("org.atelier.run", "org.atelier.run.lock..", "org.atelier.sql..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(CLASSES);
    }

    @Test
    void the_catalogue_and_the_history_know_no_spring() {
        noClasses()
                .that()
                .resideInAnyPackage("org.atelier.catalog..", "org.atelier.history..", "org.atelier.files.history..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(CLASSES);
    }

    @Test
    void shared_packages_have_no_cycles() {
        slices().matching("org.atelier.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES.that(JavaClass.Predicates.resideInAnyPackage(SHARED)));
    }

    @Test
    void settings_build_upon_nothing_else() {
        noClasses()
                .that()
                .resideInAPackage("org.atelier.settings..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.atelier..").and(resideOutsideOfPackage("org.atelier.settings..")))
                .check(CLASSES);
    }

    @Test
    void settings_are_read_and_the_schema_is_looked_at_without_spring() {
        noClasses()
                .that()
                .resideInAnyPackage("org.atelier.settings..", "org.atelier.database..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(CLASSES);
    }

    @Test
    void only_one_package_looks_at_the_schema() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.atelier.database..", "org.atelier.migrations..", "org.atelier.fixtures..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.atelier.migrations..")
                .check(CLASSES);
    }

    @Test
    void statements_are_made_by_jdbi_with_names() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        // The lock, the fence and the watch: on connections of their own, before Jdbi or beside it.
                        "org.atelier.run.lock..",
                        "org.atelier.run.step..",
                        // What Jdbi stands on, and COPY.
                        "org.atelier.sql..",
                        "org.atelier.bulk..",
                        // MySQL, streamed.
                        "org.atelier.orders.erp..",
                        // Has no Jdbi.
                        "org.atelier.migrations..",
                        "org.atelier.fixtures..",
                        // Looks at the schema, before it is known to be there.
                        "org.atelier.database..",
                        // Still to come to Jdbi.
                        "org.atelier.files",
                        "org.atelier.history",
                        "org.atelier.machinelogs.history",
                        "org.atelier.retention")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(PreparedStatement.class, Statement.class)
                .check(CLASSES);
    }

    @Test
    void packages_of_a_feature_have_no_cycles() {
        slices().matching("org.atelier.machinelogs.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
        slices().matching("org.atelier.orders.(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching("org.atelier.measurements.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void nobody_reads_the_clock_but_through_the_one_that_is_given() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.atelier.files..",
                        "org.atelier.machinelogs..",
                        "org.atelier.orders..",
                        "org.atelier.measurements..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void nothing_depends_on_the_fixtures() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.atelier.fixtures..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.atelier.fixtures..")
                .check(CLASSES);
    }

    @Test
    void jobs_are_named_as_such() {
        classes()
                .that()
                .implement(org.atelier.catalog.BatchJob.class)
                .should()
                .bePublic()
                .andShould()
                .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
                .check(CLASSES);
    }
}
