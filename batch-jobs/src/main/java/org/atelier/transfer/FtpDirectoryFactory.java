package org.atelier.transfer;

import com.google.auto.service.AutoService;
import java.io.IOException;

/** Opens {@code ftp://user@host/logs}. */
@AutoService(RemoteDirectoryFactory.class)
public final class FtpDirectoryFactory implements RemoteDirectoryFactory {

    @Override
    public String scheme() {
        return "ftp";
    }

    @Override
    public RemoteDirectory connect(RemoteSource source) throws IOException {
        return FtpDirectory.connect(source);
    }
}
