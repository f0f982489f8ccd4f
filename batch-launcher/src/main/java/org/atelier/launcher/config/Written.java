package org.atelier.launcher.config;

/**
 * A value as written, before its type is applied.
 *
 * @param value the text or texts
 * @param origin where it stands
 * @param context what a relative path in it starts from
 */
record Written(RawValue value, Origin origin, ReadingContext context) {}
