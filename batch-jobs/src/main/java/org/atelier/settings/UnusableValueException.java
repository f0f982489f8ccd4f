package org.atelier.settings;

/** A value that cannot be used, told in words of its own that repeat nothing of it: it may be, or hold, a secret. */
public final class UnusableValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String fix;

    /**
     * @param what what is wrong
     * @param fix what to do
     */
    public UnusableValueException(String what, String fix) {
        super(what);
        this.fix = fix;
    }

    /** What to do. */
    public String fix() {
        return fix;
    }
}
