package org.atelier.settings;

import org.jspecify.annotations.Nullable;

/**
 * A value as written, before its type is applied.
 *
 * @param value the text or texts
 * @param origin where it stands
 * @param context what a relative path in it starts from
 * @param fault why it cannot be used; null when it may be
 */
record Written(
        RawValue value,
        Origin origin,
        ReadingContext context,
        @Nullable Problem fault) {

    Written(RawValue value, Origin origin, ReadingContext context) {
        this(value, origin, context, null);
    }
}
