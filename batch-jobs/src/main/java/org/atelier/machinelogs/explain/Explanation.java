package org.atelier.machinelogs.explain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import org.atelier.machinelogs.session.ProductionSession;
import org.atelier.machinelogs.session.Share;

/**
 * What the figures of a session are made of. Immutable.
 *
 * @param centre code of the machining centre
 * @param day the production day
 * @param zone the plant's
 * @param files {@code directory/file} of what it was built from, in the session's order
 * @param session the figures, computed again
 * @param figures each figure beside the table's, with what it is made of
 * @param intervals waits and stops, in the order of time
 * @param shares whose each instant from the first to the last piece is
 * @param profiles in the order of time
 * @param piecesByMinute how many pieces a minute has; minutes since 1970-01-01T00:00:00 UTC
 */
public record Explanation(
        String centre,
        LocalDate day,
        ZoneId zone,
        List<String> files,
        ProductionSession session,
        List<Figure> figures,
        List<Interval> intervals,
        List<Share> shares,
        List<ProfileInWork> profiles,
        SortedMap<Long, Integer> piecesByMinute) {

    /** Whether the table holds these figures. */
    public boolean agrees() {
        return figures.stream().allMatch(Figure::agrees);
    }
}
