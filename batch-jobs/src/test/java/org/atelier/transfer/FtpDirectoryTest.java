package org.atelier.transfer;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;

class FtpDirectoryTest extends ServerContract {
    private final FtpServers servers = new FtpServers(USER, PASSWORD);

    @Override
    RemoteSource serve(Path directory) throws Exception {
        return RemoteSource.parse(url("ftp", servers.plain(directory)));
    }

    @Override
    boolean showsHidden() {
        return false; // Apache FtpServer leaves them out of MLSD.
    }

    @Override
    boolean knowsLinks() {
        return false; // Apache FtpServer shows what they point to; FtpListingTest has the lines of other servers.
    }

    @AfterEach
    void stop() {
        servers.close();
    }
}
