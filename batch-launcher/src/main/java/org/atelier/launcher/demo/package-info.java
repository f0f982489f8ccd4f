/**
 * The demonstration: generated logs on an embedded FTP server and orders in an embedded MySQL, loaded for real. Needs
 * the optional fixtures module.
 */
@NullMarked
package org.atelier.launcher.demo;

import org.jspecify.annotations.NullMarked;
