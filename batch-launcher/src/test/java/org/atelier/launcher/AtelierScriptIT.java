package org.atelier.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ./atelier}, in an installation of its own: the script and the class path the build assembled. */
class AtelierScriptIT {

    private static final Map<String, String> JAVA = Map.of("JAVA_HOME", System.getProperty("java.home"));

    @TempDir
    Path directory;

    private Path script;

    @BeforeEach
    void installInAPathWithBlanks() throws IOException {
        Path root = directory.resolve("an installation");
        script = root.resolve("atelier");
        Path lib = root.resolve("batch-launcher/target/atelier/lib");
        Files.createDirectories(lib);
        Files.copy(ForkedProcess.root().resolve("atelier"), script);
        Files.writeString(lib.resolveSibling("built"), "");
        try (Stream<Path> jars = Files.list(ForkedProcess.root().resolve("batch-launcher/target/atelier/lib"))) {
            jars.forEach(jar -> link(lib.resolve(jar.getFileName()), jar));
        }
    }

    private static void link(Path link, Path target) {
        try {
            Files.createSymbolicLink(link, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ForkedProcess sh(Map<String, String> environment, Path started, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", started.toString()));
        command.addAll(Arrays.asList(arguments));
        return ForkedProcess.run(directory, environment, command);
    }

    @Test
    void the_tab_key_completes_and_never_builds() throws Exception {
        assertThat(sh(JAVA, script, "__complete", "--", "ru").out()).isEqualTo("run\tRun a job.\n");
        Files.writeString(script.resolveSibling("pom.xml"), "newer than what was built");
        Files.setLastModifiedTime(
                script.resolveSibling("batch-launcher/target/atelier/built"),
                java.nio.file.attribute.FileTime.fromMillis(0));
        assertThat(sh(JAVA, script, "__complete", "--", "ru")).isEqualTo(new ForkedProcess(0, "", ""));
    }

    /** Java keeps no class for the next start that is older than Java 6. */
    @Test
    void every_class_of_picocli_is_new_enough_to_be_kept() throws Exception {
        try (Stream<Path> jars = Files.list(script.resolveSibling("batch-launcher/target/atelier/lib"))) {
            Path picocli = jars.filter(jar -> jar.getFileName().toString().startsWith("picocli-"))
                    .findFirst()
                    .orElseThrow();
            try (JarFile jar = new JarFile(picocli.toFile())) {
                List<Integer> versions = new ArrayList<>();
                for (JarEntry entry : Collections.list(jar.entries())) {
                    if (entry.getName().endsWith(".class")) {
                        versions.add(majorVersion(jar, entry));
                    }
                }
                assertThat(versions).hasSizeGreaterThan(100).allMatch(version -> version >= 50);
            }
        }
    }

    private static int majorVersion(JarFile jar, JarEntry entry) throws IOException {
        try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
            in.skipNBytes(6);
            return in.readUnsignedShort();
        }
    }

    @Test
    void the_script_is_plain_shell() throws Exception {
        assertThat(ForkedProcess.run(directory, Map.of(), List.of("/bin/sh", "-n", script.toString())))
                .isEqualTo(new ForkedProcess(0, "", ""));
    }

    @Test
    void it_runs_from_another_directory_in_a_path_with_blanks() throws Exception {
        ForkedProcess use = sh(JAVA, script, "version", "-o", "json");
        assertThat(use.err()).isEmpty();
        assertThat(use.code()).isZero();
        assertThat(use.out()).contains("atelier.version/1");
    }

    @Test
    void it_runs_through_links_absolute_and_relative() throws Exception {
        Path bin = Files.createDirectory(directory.resolve("bin"));
        Path absolute = Files.createSymbolicLink(bin.resolve("one"), script);
        Path relative = Files.createSymbolicLink(bin.resolve("two"), Path.of("../an installation/atelier"));
        Path chain = Files.createSymbolicLink(bin.resolve("three"), Path.of("two"));
        for (Path link : List.of(absolute, relative, chain)) {
            assertThat(sh(JAVA, link, "version").code()).isZero();
        }
    }

    @Test
    void arguments_arrive_as_they_were_given() throws Exception {
        ForkedProcess use = sh(JAVA, script, "jobs", "describe", "a b*$(id)'\"");
        assertThat(use.code()).isEqualTo(4);
        assertThat(use.err()).contains("there is no job 'a b*$(id)'\"'");
    }

    @Test
    void options_for_java_are_passed_on() throws Exception {
        Path log = directory.resolve("classes.log");
        ForkedProcess use = sh(
                Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "ATELIER_JAVA_OPTS",
                        "-Xmx64m -Xlog:class+load:file=" + log),
                script,
                "version");
        assertThat(use.code()).isZero();
        assertThat(log).exists();
    }

    @Test
    void a_java_home_that_is_none_is_passed_over() throws Exception {
        assertThat(sh(Map.of("JAVA_HOME", directory.toString()), script, "version")
                        .code())
                .isZero();
    }

    @Test
    void the_exit_code_is_the_programs() throws Exception {
        assertThat(sh(JAVA, script, "histroy").code()).isEqualTo(2);
    }

    @Test
    void in_a_checkout_it_rehearses_once_and_starts_from_what_that_left() throws Exception {
        Path pom = Files.writeString(script.resolveSibling("pom.xml"), "older than what was built");
        Files.setLastModifiedTime(pom, FileTime.from(Instant.EPOCH));
        assertThat(sh(JAVA, script, "jobs", "orders").err()).contains("atelier: preparing a faster start, once\n");
        Path log = directory.resolve("classes.log");
        Map<String, String> loud = Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "ATELIER_JAVA_OPTS",
                "-Xlog:class+load:file=" + log,
                "ATELIER_ORDERS_SOURCE",
                "jdbc:mysql://127.0.0.1:1/erp",
                "ATELIER_ORDERS_USERNAME",
                "nobody");

        ForkedProcess use = sh(loud, script, "check", "orders");

        assertThat(use.err()).isEmpty();
        assertThat(use.out()).contains("unreachable");
        assertThat(log)
                .content()
                .contains("org.atelier.launcher.Atelier source: shared objects file")
                .contains("com.mysql.cj.jdbc.Driver source: shared objects file");
    }

    @Test
    void an_installation_without_sources_is_never_built() throws Exception {
        Files.delete(script.resolveSibling("batch-launcher/target/atelier/built"));
        ForkedProcess use = sh(JAVA, script, "version");
        assertThat(use.code()).isZero();
        assertThat(use.err()).isEmpty();
    }
}
