/**
 * Settings: one catalogue of typed settings, read from {@code atelier.yaml} and the environment, checked as a whole.
 * Nothing here opens a connection.
 */
@NullMarked
package org.atelier.launcher.config;

import org.jspecify.annotations.NullMarked;
