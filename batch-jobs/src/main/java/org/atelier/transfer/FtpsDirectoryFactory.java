package org.atelier.transfer;

import com.google.auto.service.AutoService;
import java.io.IOException;

/** Opens {@code ftps://user@host/logs}: FTP with explicit TLS. */
@AutoService(RemoteDirectoryFactory.class)
public final class FtpsDirectoryFactory implements RemoteDirectoryFactory {

    @Override
    public String scheme() {
        return "ftps";
    }

    @Override
    public RemoteDirectory connect(RemoteSource source) throws IOException {
        return FtpDirectory.connect(source);
    }
}
