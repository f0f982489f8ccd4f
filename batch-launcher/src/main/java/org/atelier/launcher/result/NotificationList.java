package org.atelier.launcher.result;

import java.util.List;
import org.atelier.answer.Document;
import org.atelier.answer.Section;
import org.atelier.observe.notify.DeliveryRecord;

/** The answer of {@code notify list}. */
public record NotificationList(List<DeliveryRecord> deliveries) implements Result {

    private static final List<String> COLUMNS =
            List.of("notification_id", "made", "kind", "open", "title", "target", "state", "attempts", "problem");

    @Override
    public Document document() {
        return Document.of(
                "atelier.notifications/1",
                new Section.Grid(
                        "notifications",
                        COLUMNS,
                        deliveries.stream().map(NotificationList::row).toList(),
                        "No notifications."));
    }

    private static Section.Row row(DeliveryRecord delivery) {
        return Section.Row.of(
                delivery.notification().id(),
                delivery.notification().made(),
                delivery.notification().kind().word(),
                delivery.open(),
                delivery.notification().title(),
                delivery.target(),
                delivery.state(),
                delivery.attempts(),
                delivery.lastError());
    }
}
