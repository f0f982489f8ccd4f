package org.atelier.observe.notify;

import java.net.http.HttpRequest;

/** Where notifications go. Immutable; never shows its address. */
public sealed interface NotifyTarget permits Webhook, Ntfy {

    /** Its name in the outbox. */
    String name();

    /** Where it is. */
    TargetAddress address();

    /** The request that gives it a notification. */
    HttpRequest.Builder request(Notification notification);
}
