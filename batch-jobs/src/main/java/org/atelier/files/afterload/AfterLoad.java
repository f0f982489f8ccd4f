package org.atelier.files.afterload;

/**
 * What becomes of a loaded, settled file of a past day on its server. The landing area keeps its content in any case.
 */
public sealed interface AfterLoad {

    /** It stays where it is. */
    AfterLoad KEEP = new Keep();

    /** It is deleted. */
    AfterLoad DELETE = new Delete();

    /** It stays where it is. */
    record Keep() implements AfterLoad {}

    /**
     * It is moved away by a rename on the server.
     *
     * @param directory where to, outside of what is scanned: relative to the source's root, or absolute on the server
     *     when it starts with {@code /}
     */
    record Archive(String directory) implements AfterLoad {}

    /** It is deleted. */
    record Delete() implements AfterLoad {}
}
