package org.atelier.machinelogs.explain;

import java.util.Locale;

/** Writes SVG, piece by piece; texts are escaped. Not thread-safe. */
final class Svg {

    private final StringBuilder text = new StringBuilder();

    /** A rectangle with a text that shows under the mouse. */
    Svg bar(String kind, double x, double y, double width, double height, String tip) {
        text.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"",
                kind,
                x,
                y,
                width,
                height));
        text.append(tip.isEmpty() ? "/>\n" : "><title>" + Escaped.xml(tip) + "</title></rect>\n");
        return this;
    }

    /** A text; {@code anchor} is {@code start}, {@code middle} or {@code end}. */
    Svg label(String kind, double x, double y, String anchor, String words) {
        text.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n",
                kind,
                x,
                y,
                anchor,
                Escaped.xml(words)));
        return this;
    }

    /** What was written. */
    @Override
    public String toString() {
        return text.toString();
    }
}
