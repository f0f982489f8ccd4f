package org.atelier.machinelogs.find;

import java.util.List;

/**
 * What the sources hold.
 *
 * @param centres the directories of machining centres
 * @param leftOut the other directories, and those that could not be read
 */
public record Found(List<CentreListing> centres, List<DirectoryReport> leftOut) {}
