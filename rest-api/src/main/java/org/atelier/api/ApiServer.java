package org.atelier.api;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.atelier.serve.ServiceSettings;
import org.atelier.settings.ConfigurationException;
import org.atelier.settings.Settings;
import org.atelier.sql.DatabaseSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The running service. It takes all that it is told from {@link Settings}: Spring's own variables, files and properties
 * are not looked at. {@link #close} lets requests under way end, for 20 s at most. Thread-safe.
 */
public final class ApiServer implements AutoCloseable {

    private static final int DEEPEST = 30;

    private final ConfigurableApplicationContext context;
    private final String address;

    private ApiServer(ConfigurableApplicationContext context, String address) {
        this.context = context;
        this.address = address;
    }

    /**
     * Starts it; it answers when this returns.
     *
     * @param database has the schema
     * @param clock tells when tokens are made and end
     * @throws ConfigurationException when a key cannot be used, or somebody listens there already
     */
    public static ApiServer start(Settings settings, DatabaseSettings database, Clock clock) {
        ServiceSettings service = settings.get(ServiceSettings.class);
        SpringApplication application = new SpringApplication(Platform.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setEnvironment(environment(service));
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        application.addInitializers(context -> {
            if (context instanceof GenericApplicationContext generic) {
                generic.registerBean(Settings.class, () -> settings);
                generic.registerBean(ServiceSettings.class, () -> service);
                generic.registerBean(DatabaseSettings.class, () -> database);
                generic.registerBean(Clock.class, () -> clock);
            }
        });
        ConfigurableApplicationContext context = run(application);
        return new ApiServer(context, "http://" + service.address() + ":" + port(context));
    }

    /** What keeps it from starting lies deep in what Spring says of it. */
    private static ConfigurableApplicationContext run(SpringApplication application) {
        try {
            return application.run();
        } catch (RuntimeException e) {
            throw Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                    .limit(DEEPEST)
                    .filter(cause -> cause instanceof ConfigurationException || cause instanceof PortInUseException)
                    .map(ApiServer::inWords)
                    .findFirst()
                    .orElse(e);
        }
    }

    private static RuntimeException inWords(Throwable cause) {
        return cause instanceof PortInUseException port
                ? new ConfigurationException(
                        "port " + port.getPort() + " is in use: set atelier.api.port (ATELIER_API_PORT) to a free one")
                : (RuntimeException) cause;
    }

    private static int port(ConfigurableApplicationContext context) {
        var server = ((ServletWebServerApplicationContext) context).getWebServer();
        return server == null ? 0 : server.getPort();
    }

    private static StandardEnvironment environment(ServiceSettings settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        Map<String, Object> properties = ServiceProperties.of(settings);
        environment.getPropertySources().addFirst(new MapPropertySource("atelier", properties));
        return environment;
    }

    /** Such as {@code http://127.0.0.1:8000}. */
    public String address() {
        return address;
    }

    /** A part of it, for tests. */
    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** The same, where there are several of that type. */
    <T> T part(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    @Override
    public void close() {
        context.close();
    }
}
