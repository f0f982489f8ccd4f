package org.atelier.api;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** What the service is made of: resources are found in the packages beside this one. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Autoconfigured
@ComponentScan
class Platform {}
