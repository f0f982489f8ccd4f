package org.atelier.api.listing;

/**
 * A parameter that a list is narrowed by.
 *
 * @param parameter its name
 * @param column what it is compared with
 * @param comparison how
 */
record Filter(String parameter, String column, Comparison comparison) {

    /** How values compare. */
    enum Comparison {
        EQUAL("="),
        FROM(">="),
        TO("<=");

        private final String operator;

        Comparison(String operator) {
            this.operator = operator;
        }

        String operator() {
            return operator;
        }
    }

    static Filter equal(String parameter, String column) {
        return new Filter(parameter, column, Comparison.EQUAL);
    }

    static Filter from(String parameter, String column) {
        return new Filter(parameter, column, Comparison.FROM);
    }

    static Filter to(String parameter, String column) {
        return new Filter(parameter, column, Comparison.TO);
    }

    /** What it does, for people. */
    String words() {
        return switch (comparison) {
            case EQUAL -> column + " is that";
            case FROM -> column + " is that or later";
            case TO -> column + " is that or earlier";
        };
    }
}
