package org.atelier.launcher.result;

import org.atelier.answer.Document;
import org.atelier.answer.Section;
import org.atelier.launcher.ExitCode;
import org.atelier.observe.notify.SendNotifications.Sent;

/** The answer of {@code notify send}. */
public record NotificationsSent(Sent sent) implements Result {

    @Override
    public ExitCode exitCode() {
        return sent.failed() > 0 ? ExitCode.UNREACHABLE : ExitCode.OK;
    }

    @Override
    public Document document() {
        return Document.of(
                "atelier.notify-send/1",
                Section.Facts.none()
                        .with("sent", sent.sent())
                        .with("failed", sent.failed())
                        .with("given_up", sent.givenUp())
                        .with("next_step", sent.failed() > 0 ? "to see why: atelier notify list" : null));
    }
}
