package org.atelier.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Makes the Spring context of one run, which holds only what this job needs. No configuration file and no environment
 * variable reaches it: settings come as beans, from one place.
 */
final class RunContexts {

    private static final Map<String, Object> PROPERTIES = Map.of(
            "spring.batch.jdbc.initialize-schema", "never",
            "spring.batch.jdbc.isolation-level-for-create", "read_committed");

    private RunContexts() {}

    static ConfigurableApplicationContext open(Class<?> configuration, List<?> engine, List<?> beans) {
        SpringApplication application = new SpringApplication(EngineConfiguration.class, configuration);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setListeners(List.of());
        application.setEnvironment(environment());
        List<Object> all = new ArrayList<>(engine);
        all.addAll(beans);
        application.addInitializers(context -> all.forEach(bean ->
                context.getBeanFactory().registerSingleton(bean.getClass().getName(), bean)));
        return application.run();
    }

    private static StandardEnvironment environment() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment.getPropertySources().addFirst(new MapPropertySource("atelier", PROPERTIES));
        return environment;
    }
}
