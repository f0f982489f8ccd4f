package org.atelier.transfer;

import com.google.auto.service.AutoService;
import java.io.IOException;

/** Opens {@code sftp://user@host/srv/logs}, with a password or a key; the host key must be known. */
@AutoService(RemoteDirectoryFactory.class)
public final class SftpDirectoryFactory implements RemoteDirectoryFactory {

    @Override
    public String scheme() {
        return "sftp";
    }

    @Override
    public RemoteDirectory connect(RemoteSource source) throws IOException {
        return new SftpDirectory(source, SftpSession.open(source));
    }
}
