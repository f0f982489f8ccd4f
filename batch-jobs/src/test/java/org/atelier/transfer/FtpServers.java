package org.atelier.transfer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.command.CommandFactory;
import org.apache.ftpserver.command.CommandFactoryFactory;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.PropertiesUserManagerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** FTP servers on free ports of the loopback address. */
final class FtpServers implements AutoCloseable {
    private final String user;
    private final String password;
    private final List<FtpServer> running = new ArrayList<>();
    private final List<Listener> listening = new ArrayList<>();

    FtpServers(String user, String password) {
        this.user = user;
        this.password = password;
    }

    int plain(Path home) throws FtpException {
        return start(home, new ListenerFactory());
    }

    /** A server that does not know these commands. */
    int without(Path home, String... commands) throws FtpException {
        var known = new CommandFactoryFactory();
        known.setUseDefaultCommands(true);
        for (String command : commands) {
            known.addCommand(command, (session, context, request) -> {
                session.resetState();
                session.write(new DefaultFtpReply(502, command + " is not known here."));
            });
        }
        return start(home, new ListenerFactory(), known.createCommandFactory());
    }

    int start(Path home, ListenerFactory listeners) throws FtpException {
        return start(home, listeners, new CommandFactoryFactory().createCommandFactory());
    }

    private int start(Path home, ListenerFactory listeners, CommandFactory commands) throws FtpException {
        listeners.setServerAddress("127.0.0.1");
        listeners.setPort(0);
        var listener = listeners.createListener();
        var factory = new FtpServerFactory();
        factory.setCommandFactory(commands);
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
        listening.add(listener);
        return listener.getPort();
    }

    /** Ends every session, as a server does that restarts. */
    void cutAll() {
        for (Listener listener : listening) {
            listener.getActiveSessions().forEach(session -> session.closeNow().awaitUninterruptibly());
        }
    }

    @Override
    public void close() {
        running.forEach(FtpServer::stop);
    }
}
