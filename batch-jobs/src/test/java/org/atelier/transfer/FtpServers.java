package org.atelier.transfer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.PropertiesUserManagerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** FTP servers on free ports of the loopback address. */
final class FtpServers implements AutoCloseable {
    private final String user;
    private final String password;
    private final List<FtpServer> running = new ArrayList<>();

    FtpServers(String user, String password) {
        this.user = user;
        this.password = password;
    }

    int plain(Path home) throws FtpException {
        return start(home, new ListenerFactory());
    }

    int start(Path home, ListenerFactory listeners) throws FtpException {
        listeners.setServerAddress("127.0.0.1");
        listeners.setPort(0);
        var listener = listeners.createListener();
        var factory = new FtpServerFactory();
        factory.setListeners(new HashMap<>(Map.of("default", listener)));
        var users = new PropertiesUserManagerFactory().createUserManager();
        var account = new BaseUser();
        account.setName(user);
        account.setPassword(password);
        account.setHomeDirectory(home.toString());
        account.setAuthorities(List.of(new WritePermission()));
        users.save(account);
        factory.setUserManager(users);
        var connections = new ConnectionConfigFactory();
        connections.setLoginFailureDelay(0);
        factory.setConnectionConfig(connections.createConnectionConfig());
        FtpServer server = factory.createServer();
        server.start();
        running.add(server);
        return listener.getPort();
    }

    @Override
    public void close() {
        running.forEach(FtpServer::stop);
    }
}
