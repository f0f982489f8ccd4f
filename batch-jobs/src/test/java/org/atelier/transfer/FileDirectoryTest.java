package org.atelier.transfer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileDirectoryTest extends RemoteDirectoryContract {

    @Override
    RemoteSource serve(Path directory) {
        return RemoteSource.parse(directory.resolve("logs").toString());
    }

    @Override
    String absolute(String path) {
        return served.resolve(path).toString();
    }

    @Test
    void a_root_that_is_not_mounted_is_unreachable() {
        assertThatThrownBy(() -> RemoteDirectories.connect(RemoteSource.parse("file:///not/mounted")))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("/not/mounted");
    }
}
