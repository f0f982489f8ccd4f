import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Gives the classes of a jar stack maps, which classes older than Java 6 have not: {@code java StackMaps.java JAR}.
 *
 * <p>Java neither keeps older classes in an AOT cache or an archive of classes, nor verifies them quickly: picocli, whose
 * classes are of Java 5, cost every start a tenth of a second. The instructions stay as they are. The jar's manifest says
 * what was done, and a jar that has it is left alone.
 */
final class StackMaps {

    private static final Attributes.Name CHANGED = new Attributes.Name("Atelier-Changed");

    private final ClassLoader types;

    private StackMaps(ClassLoader types) {
        this.types = types;
    }

    public static void main(String[] jars) throws IOException {
        Path jar = Path.of(jars[0]);
        Path changed = jar.resolveSibling(jar.getFileName() + ".changed");
        try (URLClassLoader types = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            if (new StackMaps(types).change(jar, changed)) {
                Files.move(changed, jar, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(changed);
        }
    }

    private boolean change(Path from, Path to) throws IOException {
        try (JarFile jar = new JarFile(from.toFile())) {
            Manifest manifest = new Manifest(jar.getManifest());
            if (manifest.getMainAttributes().containsKey(CHANGED)) {
                return false;
            }
            manifest.getMainAttributes().put(CHANGED, "class files were given stack maps and the version of Java 8");
            try (OutputStream file = Files.newOutputStream(to);
                    JarOutputStream out = new JarOutputStream(file)) {
                for (JarEntry entry : Collections.list(jar.entries())) {
                    JarEntry copy = new JarEntry(entry.getName());
                    copy.setTimeLocal(entry.getTimeLocal());
                    out.putNextEntry(copy);
                    if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        manifest.write(out);
                    } else {
                        byte[] bytes = jar.getInputStream(entry).readAllBytes();
                        out.write(isOld(entry.getName(), bytes) ? newer(bytes) : bytes);
                    }
                    out.closeEntry();
                }
            }
        }
        return true;
    }

    /** The major version stands in the seventh and eighth byte. */
    private static boolean isOld(String name, byte[] bytes) {
        return name.endsWith(".class") && (bytes[6] << 8 | bytes[7]) < Opcodes.V1_6;
    }

    private byte[] newer(byte[] bytes) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected ClassLoader getClassLoader() {
                return types;
            }
        };
        ClassVisitor version = new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visit(int old, int access, String name, String generic, String above, String[] interfaces) {
                super.visit(Opcodes.V1_8, access, name, generic, above, interfaces);
            }
        };
        new ClassReader(bytes).accept(version, ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }
}
