package org.atelier.orders.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The program that runs, as fingerprints that change with it. */
final class ProgramCode {

    /** Of a directory of classes, as tests and development have it: changes of it are not noticed. */
    private static final String CLASSES = "classes";

    private ProgramCode() {}

    /** Of the jar that holds the job's rules, and of Java, which knows how Unicode texts are normalised. */
    static List<String> fingerprints() {
        CodeSource code = ProgramCode.class.getProtectionDomain().getCodeSource();
        return List.of(code == null ? CLASSES : of(code), Runtime.version().toString());
    }

    private static String of(CodeSource code) {
        try {
            URI place = code.getLocation().toURI();
            return "file".equals(place.getScheme()) ? of(Path.of(place)) : place.toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The program's own place is no URI", e);
        }
    }

    /** SHA-256 of a file. */
    static String of(Path file) {
        if (!Files.isRegularFile(file)) {
            return CLASSES;
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
