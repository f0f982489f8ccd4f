package org.atelier.settings;

import java.util.List;
import java.util.Map;

/** What was written for a setting, before its type is applied. */
public sealed interface RawValue {

    /** One text; the environment knows nothing else. */
    record Scalar(String text) implements RawValue {}

    /** A YAML sequence. */
    record Items(List<String> items) implements RawValue {}

    /** A YAML mapping, in the order written. */
    record Entries(Map<String, String> entries) implements RawValue {}
}
