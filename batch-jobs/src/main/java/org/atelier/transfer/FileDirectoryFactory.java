package org.atelier.transfer;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.nio.file.Files;

/** Opens {@code file:///srv/logs}. A root that is no directory is unreachable, like a server that is down. */
@AutoService(RemoteDirectoryFactory.class)
public final class FileDirectoryFactory implements RemoteDirectoryFactory {

    @Override
    public String scheme() {
        return "file";
    }

    @Override
    public RemoteDirectory connect(RemoteSource source) throws IOException {
        if (!Files.isDirectory(new LocalPaths(source).of(""))) {
            throw new UnreachableException(
                    "no directory " + source.root() + " on this machine: check the path and whether it is mounted");
        }
        return new FileDirectory(source);
    }
}
