package org.atelier.files;

import java.time.Instant;

/**
 * What one look at a remote file said.
 *
 * @param path {@code directory/file} below the source's root
 * @param size bytes
 * @param modified modification time, whole seconds
 */
public record FileLook(String path, long size, Instant modified) {}
