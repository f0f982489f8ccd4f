package org.atelier.measurements.rebuild;

/**
 * A measuring box in a campaign: all files of its master write to the same series.
 *
 * @param company the bucket
 * @param campaign within it
 * @param master serial of the master, by the files
 */
public record BoxKey(String company, String campaign, String master) {

    @Override
    public String toString() {
        return company + "/" + campaign + "/" + master;
    }
}
