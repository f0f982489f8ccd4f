package org.atelier.launcher.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.atelier.launcher.run.RunRequest;
import org.atelier.reject.RejectLimits;
import org.atelier.run.DayRange;
import org.atelier.run.Progress;
import org.atelier.run.RunOptions;
import org.atelier.run.RunTarget;
import org.atelier.transfer.RemoteRetry;
import org.atelier.transfer.SourcesSettings;
import org.jspecify.annotations.Nullable;

/** What jobs may ask for in a run; each takes what it needs. */
final class RunBeans {

    private RunBeans() {}

    static List<Object> of(RunRequest request, Progress progress, Clock clock) {
        List<Object> beans = new ArrayList<>(request.settings().forJobs().values());
        RemoteRetry retry =
                RemoteRetry.within(request.settings().get(SourcesSettings.class).patience());
        beans.addAll(List.of(options(request), limits(request.limits()), progress, clock, retry));
        return beans;
    }

    static RunOptions options(RunRequest request) {
        Integer limit =
                request.limit().isPresent() ? (int) Math.min(request.limit().getAsLong(), Integer.MAX_VALUE) : null;
        return new RunOptions(
                limit,
                request.file().orElse(null),
                days(request),
                request.limits().deleteRatio().orElse(null),
                request.start().shard(),
                null,
                request.parameters());
    }

    private static @Nullable DayRange days(RunRequest request) {
        return request.start().target() instanceof RunTarget.Range range ? range.days() : null;
    }

    private static RejectLimits limits(RunRequest.Limits asked) {
        Long count = asked.rejects().isPresent() ? asked.rejects().getAsLong() : null;
        return new RejectLimits(count, asked.rejectRatio().orElse(null));
    }
}
