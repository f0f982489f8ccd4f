package org.atelier.run.engine;

import java.util.List;
import java.util.Map;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

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
        GenericApplicationContext context = new GenericApplicationContext();
        try {
            context.setEnvironment(environment());
            context.setAllowBeanDefinitionOverriding(false);
            context.setAllowCircularReferences(false);
            context.getBeanFactory()
                    .registerSingleton(AbstractApplicationContext.MESSAGE_SOURCE_BEAN_NAME, new NoMessages());
            engine.forEach(bean -> register(context, bean));
            beans.forEach(bean -> register(context, bean));
            // In this order: what Spring Boot configures of Spring Batch looks for a data source that is there already.
            new AnnotatedBeanDefinitionReader(context)
                    .register(EngineConfiguration.class, BatchJdbcAutoConfiguration.class, configuration);
            readClassFilesTheQuickWay(context);
            context.refresh();
            return context;
        } catch (RuntimeException | Error e) {
            context.close();
            throw e;
        }
    }

    private static void register(GenericApplicationContext context, Object bean) {
        context.getBeanFactory().registerSingleton(bean.getClass().getName(), bean);
    }

    /** From Java 24 on Spring takes Java's own reader, which needs longer to warm up than all there is to read. */
    private static void readClassFilesTheQuickWay(GenericApplicationContext context) {
        context.getBeanDefinition(AnnotationConfigUtils.CONFIGURATION_ANNOTATION_PROCESSOR_BEAN_NAME)
                .getPropertyValues()
                .add("metadataReaderFactory", new SimpleMetadataReaderFactory());
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
