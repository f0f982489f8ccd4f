package org.atelier.launcher.config;

/** A value that cannot be used, told in words of its own that repeat nothing of it: it may be, or hold, a secret. */
final class UnusableValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String fix;

    /**
     * @param what what is wrong
     * @param fix what to do
     */
    UnusableValueException(String what, String fix) {
        super(what);
        this.fix = fix;
    }

    String fix() {
        return fix;
    }
}
