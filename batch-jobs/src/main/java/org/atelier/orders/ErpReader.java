package org.atelier.orders;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.atelier.orders.erp.ErpSource;
import org.atelier.settings.HostName;
import org.atelier.settings.Origin;
import org.atelier.settings.Secret;
import org.atelier.settings.Setting;
import org.atelier.settings.Values;

/**
 * Puts together how the ERP is reached: a URL, or a host with port and database; of the two the one of the stronger
 * origin. A login in the URL is refused, and the URL is not shown then.
 */
final class ErpReader {

    private static final Pattern LOGIN = Pattern.compile("(?i)(^|[?&(,/])\\s*(user|password|password[123])\\s*=");

    private static final Pattern USABLE = Pattern.compile(
            "jdbc:mysql:(loadbalance:|replication:)?//([^/(]*\\(.*|" + HostName.IN_URLS + ")/[^/?]+(\\?.*)?");

    private final Values values;

    private ErpReader(Values values) {
        this.values = values;
    }

    static Optional<ErpSource> read(Values values) {
        return new ErpReader(values).read();
    }

    private Optional<ErpSource> read() {
        boolean url = values.isSet(OrdersKeys.SOURCE);
        boolean host = values.isSet(OrdersKeys.HOST);
        if (!url && !host) {
            refuseLeftovers();
            return Optional.empty();
        }
        Origin.Rank urlRank = values.rank(OrdersKeys.SOURCE);
        Origin.Rank hostRank = values.rank(OrdersKeys.HOST);
        if (url && urlRank == hostRank) {
            values.problem(
                    OrdersKeys.HOST,
                    "a host beside " + OrdersKeys.SOURCE.key(),
                    "set the URL alone, or host, port and database");
        }
        Optional<String> address = urlRank.compareTo(hostRank) >= 0
                ? values.get(OrdersKeys.SOURCE).filter(this::isUsable)
                : values.get(OrdersKeys.HOST).flatMap(this::fromHost);
        return address.map(this::source);
    }

    private ErpSource source(String url) {
        return new ErpSource(
                url,
                values.value(OrdersKeys.USERNAME),
                values.get(OrdersKeys.PASSWORD).orElse(new Secret("")),
                values.value(OrdersKeys.CONNECT_TIMEOUT),
                values.value(OrdersKeys.DATA_TIMEOUT));
    }

    /** Half an ERP is a mistake; plain names may be meant for another program. */
    private void refuseLeftovers() {
        for (Setting<?> setting :
                List.of(OrdersKeys.PORT, OrdersKeys.DATABASE, OrdersKeys.USERNAME, OrdersKeys.PASSWORD)) {
            Origin.Rank rank = values.rank(setting);
            if (rank != Origin.Rank.DEFAULT) {
                // Of a plain name, the job alone stops at it.
                values.problem(
                        setting,
                        setting.key() + " is set, but no ERP",
                        "set " + OrdersKeys.SOURCE.environmentName() + " as well, or remove it");
            }
        }
    }

    private boolean isUsable(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        if (hasLogin(url)) {
            values.problem(
                    OrdersKeys.SOURCE,
                    "the URL holds a login",
                    "leave it out, and set " + OrdersKeys.USERNAME.key() + " and " + OrdersKeys.PASSWORD.key());
            return false;
        }
        // A password has no place in front of a host: what follows the slashes names host and database.
        if (!USABLE.matcher(lower).matches()) {
            values.problem(
                    OrdersKeys.SOURCE,
                    "the URL names no host and database of a MySQL server",
                    "it expects a URL such as " + OrdersKeys.SOURCE.example());
            return false;
        }
        return true;
    }

    private static boolean hasLogin(String url) {
        int question = url.indexOf('?');
        String authority = question < 0 ? url : url.substring(0, question);
        return authority.contains("@") || LOGIN.matcher(url).find();
    }

    private Optional<String> fromHost(String hosts) {
        Optional<String> database = values.get(OrdersKeys.DATABASE);
        if (database.isEmpty()) {
            values.problem(
                    OrdersKeys.HOST,
                    "the ERP's host is set, but not its database",
                    "set " + OrdersKeys.DATABASE.key() + " (" + OrdersKeys.DATABASE.environmentName() + ")");
        }
        int port = values.value(OrdersKeys.PORT);
        return database.map(name -> "jdbc:mysql://" + hosts.replace(",", ":" + port + ",") + ":" + port + "/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
