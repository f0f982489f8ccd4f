package org.atelier.launcher.render;

/** Colours for what a reader looks for first: how a run ended. Does nothing when switched off. */
record Paint(boolean on) {

    private static final String RESET = "\u001b[0m";

    String heading(String text) {
        return on ? "\u001b[1m" + text + RESET : text;
    }

    /** Paints the text by the value it shows; the text may be padded. */
    String value(String value, String text) {
        if (!on) {
            return text;
        }
        String color = color(value);
        return color.isEmpty() ? text : color + text + RESET;
    }

    private static String color(String value) {
        return switch (value) {
            case "COMPLETED", "ok" -> "\u001b[32m";
            case "FAILED", "UNKNOWN", "problem" -> "\u001b[31m";
            case "STOPPED", "STOPPING", "ABANDONED", "warning" -> "\u001b[33m";
            case "STARTED", "STARTING" -> "\u001b[36m";
            default -> "";
        };
    }
}
