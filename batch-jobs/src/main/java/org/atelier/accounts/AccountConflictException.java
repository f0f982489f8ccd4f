package org.atelier.accounts;

/** An account cannot be made or changed so because of what others there are. */
public final class AccountConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** Another account has that name. */
        USERNAME,
        /** Another account has that address. */
        EMAIL,
        /** It is the last one that may keep accounts. */
        LAST_ADMIN
    }

    private final Reason reason;

    AccountConflictException(Reason reason) {
        super(
                switch (reason) {
                    case USERNAME -> "another account has that username";
                    case EMAIL -> "another account has that email";
                    case LAST_ADMIN -> "it is the last active admin: make another one first";
                });
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
