package org.atelier.settings;

/**
 * Refuses what no text of a setting may hold, because the texts of settings go into commands and fields of protocols: a
 * line break within a password would send a second command.
 *
 * @param type of the setting
 */
public record WrittenText(SettingType<?> type) {

    /**
     * Looks at every part of what was written.
     *
     * @throws UnusableValueException which repeats nothing of it
     */
    void check(RawValue value) {
        if (value instanceof RawValue.Scalar scalar) {
            String text = type.meant(scalar.text());
            refuse(type.takesLines() ? text.replaceAll("[\r\n]", "") : text);
        } else if (value instanceof RawValue.Items list) {
            list.items().forEach(WrittenText::refuse);
        } else if (value instanceof RawValue.Entries mapping) {
            mapping.entries().forEach((name, text) -> {
                refuse(name);
                refuse(text.strip());
            });
        }
    }

    /**
     * Looks at a part.
     *
     * @throws UnusableValueException which repeats nothing of it
     */
    public static void refuse(String text) {
        String fault = ProtocolText.fault(text);
        if (fault != null) {
            throw new UnusableValueException(
                    "the text has " + fault,
                    "write it as one line of UTF-8 without it; of a file, one line end at its end does not count");
        }
    }
}
