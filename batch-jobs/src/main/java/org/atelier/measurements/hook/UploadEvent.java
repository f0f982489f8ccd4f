package org.atelier.measurements.hook;

import org.jspecify.annotations.Nullable;

/** What an event of SFTPGo asks for. */
public sealed interface UploadEvent {

    /** Something was uploaded, or a session ended: look at all of it. */
    record Everything() implements UploadEvent {}

    /**
     * A file was uploaded, or got its name.
     *
     * @param path relative to the data folder, with {@code /} between names
     */
    record OneFile(String path) implements UploadEvent {}

    /**
     * A folder of a company, or of a campaign, was made.
     *
     * @param company its name
     * @param campaign its name; null when it is the company's folder
     */
    record NewFolder(String company, @Nullable String campaign) implements UploadEvent {}

    /**
     * Nothing is to be done.
     *
     * @param why for people
     */
    record Nothing(String why) implements UploadEvent {}

    /**
     * The event is wrong.
     *
     * @param why for people
     */
    record Wrong(String why) implements UploadEvent {}
}
