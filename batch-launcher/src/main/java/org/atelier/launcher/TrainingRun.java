package org.atelier.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.atelier.launcher.command.Commands;
import org.atelier.settings.Surroundings;

/**
 * What Java is to keep of a process, to start faster: does what people do most, after it loaded what a run of a job
 * needs that has a server to read from, which a rehearsal has not. Nothing else is loaded: each class that Java keeps
 * costs a little at every start.
 */
public final class TrainingRun {

    /** A run that loads, one that finds nothing new, and what is asked for most. */
    private static final List<List<String>> COMMANDS = List.of(
            List.of("run", "machine-logs"),
            List.of("run", "machine-logs"),
            List.of("status"),
            List.of("history"),
            List.of("show", "last"));

    /** For each job, by one class of a library: what is loaded of it, packages with those below them. */
    private static final Map<String, Map<String, List<String>>> LIBRARIES = Map.of(
            "machine-logs",
            Map.of(
                    "org.apache.commons.net.ftp.FTPClient", List.of("org/apache/commons/net/ftp"),
                    "org.atelier.transfer.RemoteSource", List.of("org/atelier/transfer", "org/atelier/machinelogs")),
            "orders",
            Map.of(
                    "com.mysql.cj.jdbc.Driver",
                            List.of(
                                    "com/mysql/cj/conf",
                                    "com/mysql/cj/exceptions",
                                    "com/mysql/cj/interceptors",
                                    "com/mysql/cj/jdbc",
                                    "com/mysql/cj/log",
                                    "com/mysql/cj/protocol/a",
                                    "com/mysql/cj/result",
                                    "com/mysql/cj/util"),
                    "org.atelier.orders.Orders", List.of("org/atelier/orders"),
                    "java.lang.Object",
                            List.of(
                                    "com/sun/crypto/provider",
                                    "javax/net/ssl",
                                    "sun/security/ec",
                                    "sun/security/rsa",
                                    "sun/security/ssl",
                                    "sun/security/x509")));

    private TrainingRun() {}

    /**
     * Loads, and then does.
     *
     * @param arguments the job's name, and options that stand before each command, to say where the settings are
     */
    public static void main(String[] arguments) throws ReflectiveOperationException, IOException, URISyntaxException {
        classes(arguments[0]).forEach(TrainingRun::load);
        for (List<String> command : COMMANDS) {
            List<String> all = new ArrayList<>(Arrays.asList(arguments).subList(1, arguments.length));
            all.addAll(command);
            Commands.execute(
                    Surroundings.ofThisProcess(),
                    System.out,
                    System.err,
                    Clock.systemUTC(),
                    all.toArray(String[]::new));
        }
    }

    /** The names of the classes that a run of the job needs, and some that it does not. */
    static List<String> classes(String job) throws ReflectiveOperationException, IOException, URISyntaxException {
        List<String> names = new ArrayList<>(List.of(Atelier.class.getName()));
        for (Map.Entry<String, List<String>> library :
                LIBRARIES.getOrDefault(job, Map.of()).entrySet()) {
            Class<?> one = Class.forName(library.getKey());
            if (one.getClassLoader() == null) {
                FileSystem java = FileSystems.getFileSystem(URI.create("jrt:/"));
                collect(java.getPath("/modules/java.base"), library.getValue(), names);
                // Elliptic curves, before Java 22.
                collect(java.getPath("/modules/jdk.crypto.ec"), library.getValue(), names);
            } else {
                collect(place(one), library.getValue(), names);
            }
        }
        return names;
    }

    private static void collect(Path library, List<String> packages, List<String> names) throws IOException {
        if (Files.isDirectory(library)) {
            add(library, packages, names);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(library)) {
            add(jar.getPath("/"), packages, names);
        }
    }

    private static Path place(Class<?> one) throws URISyntaxException {
        return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static void add(Path root, List<String> packages, List<String> names) throws IOException {
        for (String name : packages) {
            if (!Files.isDirectory(root.resolve(name))) {
                continue;
            }
            try (Stream<Path> files = Files.walk(root.resolve(name))) {
                files.map(file -> root.relativize(file).toString())
                        .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                        .map(file -> file.substring(0, file.length() - ".class".length()))
                        .forEach(file -> names.add(file.replace('/', '.')));
            }
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, TrainingRun.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            // It extends what is not here, so no run uses it.
            return;
        }
    }
}
