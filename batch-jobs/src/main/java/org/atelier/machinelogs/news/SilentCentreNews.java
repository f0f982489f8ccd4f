package org.atelier.machinelogs.news;

import com.google.auto.service.AutoService;
import java.sql.SQLException;
import java.util.List;
import org.atelier.machinelogs.history.Freshness;
import org.atelier.observe.notify.JobNews;
import org.atelier.observe.notify.News;
import org.atelier.observe.notify.NotificationKind;
import org.atelier.observe.notify.Troubles;
import org.atelier.run.NextStep;
import org.jdbi.v3.core.Handle;

/** What is to be told of machining centres that send nothing, and of those that are heard of again. */
@AutoService(JobNews.class)
public final class SilentCentreNews implements JobNews {

    private static final String TROUBLE = "silent-centre/";

    @Override
    public void tell(Handle handle, Troubles troubles, List<Long> runs) throws SQLException {
        List<Freshness.Centre> centres = Freshness.read(handle.getConnection());
        List<Freshness.Centre> silent = centres.stream()
                .filter(centre -> centre.silent() || centre.tooOld())
                .toList();
        silent.forEach(centre -> troubles.tell(news(centre)));
        List<String> over = troubles.closeOthers(
                TROUBLE, silent.stream().map(SilentCentreNews::trouble).toList());
        centres.stream()
                .filter(centre ->
                        centre.inUse() && centre.state() == Freshness.State.OK && over.contains(centre.code()))
                .forEach(centre -> troubles.tell(back(centre)));
    }

    private static News news(Freshness.Centre centre) {
        return new News(
                NotificationKind.CENTRE_SILENT,
                trouble(centre),
                News.About.centre(centre.code()),
                centre.code() + " is silent: no session since " + centre.lastDay(),
                centre.tooOld()
                        ? "That is too old, though no day is missing on which it usually works."
                        : centre.missingDays() + (centre.missingDays() == 1 ? " usual day is" : " usual days are")
                                + " over and missing.",
                new NextStep.Check("freshness"));
    }

    private static News back(Freshness.Centre centre) {
        return new News(
                NotificationKind.GOOD_AGAIN,
                null,
                News.About.centre(centre.code()),
                centre.code() + " is heard of again",
                "Its last session is of " + centre.lastDay() + ".",
                null);
    }

    private static String trouble(Freshness.Centre centre) {
        return TROUBLE + centre.code();
    }
}
