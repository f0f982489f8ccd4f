package org.atelier.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server that knows LIST only, like vsftpd, and besides can neither say what it knows nor resume. */
class FtpDirectoryOfOldServerTest extends ServerContract {
    private final FtpServers servers = new FtpServers(USER, PASSWORD);

    @Override
    RemoteSource serve(Path directory) throws Exception {
        return RemoteSource.parse(
                url("ftp", servers.without(directory, "MLSD", "MLST", "FEAT", "OPTS", "REST", "EPSV")));
    }

    @Override
    boolean knowsLinks() {
        return false; // Apache FtpServer shows what they point to; FtpListingTest has the lines of other servers.
    }

    @AfterEach
    void stop() {
        servers.close();
    }

    @Test
    void a_listing_without_times_says_so() throws IOException {
        write("a.LOG", new byte[3]);
        assertThat(directory().list("")).containsExactly(new RemoteEntry("a.LOG", RemoteEntry.Kind.FILE, 3, null));
    }
}
