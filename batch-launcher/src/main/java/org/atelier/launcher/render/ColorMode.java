package org.atelier.launcher.render;

/** When colours are used: {@code --color}. */
public enum ColorMode {
    /** On a terminal, unless {@code NO_COLOR} is set. */
    AUTO,
    ALWAYS,
    NEVER
}
