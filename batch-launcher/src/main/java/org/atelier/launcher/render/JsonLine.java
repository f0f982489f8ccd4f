package org.atelier.launcher.render;

import java.util.Map;
import org.atelier.answer.JsonText;
import org.jspecify.annotations.Nullable;

/** One JSON object on one line. */
public final class JsonLine {

    private JsonLine() {}

    /** The object, without a line end; control characters are escaped. */
    public static String of(Map<String, ? extends @Nullable Object> values) {
        StringBuilder json = new StringBuilder();
        JsonText.append(json, values);
        return json.toString();
    }
}
