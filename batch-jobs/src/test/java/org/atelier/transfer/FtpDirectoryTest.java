package org.atelier.transfer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.atelier.fixtures.ftp.FtpTestServer;
import org.junit.jupiter.api.AfterEach;

class FtpDirectoryTest extends ServerContract {
    private final List<FtpTestServer> servers = new ArrayList<>();

    @Override
    RemoteSource serve(Path directory) {
        FtpTestServer server =
                FtpTestServer.serving(directory).withUser(USER, PASSWORD).start();
        servers.add(server);
        return RemoteSource.parse(url("ftp", server.port()));
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
        servers.forEach(FtpTestServer::close);
    }
}
