package org.atelier.orders.erp;

import java.time.Duration;
import org.atelier.settings.Secret;
import org.atelier.settings.ShownUrl;

/**
 * How to reach the ERP's database. Immutable.
 *
 * @param url a {@code jdbc:mysql:} URL without user and password
 * @param username who logs in; SELECT on the ERP's tables is enough
 * @param password the password, may be empty
 * @param connectTimeout longest wait for a connection, above zero
 * @param dataTimeout longest silence of the server while it works on a query, above zero
 */
public record ErpSource(String url, String username, Secret password, Duration connectTimeout, Duration dataTimeout) {

    /** The URL without its parameters: for people. */
    public String label() {
        int parameters = url.indexOf('?');
        return ShownUrl.of(parameters < 0 ? url : url.substring(0, parameters)).substring("jdbc:".length());
    }

    @Override
    public String toString() {
        return "ErpSource[url=" + ShownUrl.of(url) + ", username=" + username + ", password=" + password
                + ", connectTimeout=" + connectTimeout + ", dataTimeout=" + dataTimeout + "]";
    }
}
