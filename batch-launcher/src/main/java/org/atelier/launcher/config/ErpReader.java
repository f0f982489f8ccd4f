package org.atelier.launcher.config;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.atelier.orders.erp.ErpSource;
import org.atelier.settings.Secret;

/**
 * Puts together how the ERP is reached: a URL, or a host with port and database; of the two the one of the stronger
 * origin. A login in the URL is refused, and the URL is not shown then.
 */
final class ErpReader {

    private static final Duration USUAL_CONNECT = Duration.ofSeconds(15);
    private static final Duration USUAL_DATA = Duration.ofMinutes(5);
    private static final Pattern LOGIN = Pattern.compile("(?i)(^|[?&(,/])\\s*(user|password|password[123])\\s*=");

    private static final Pattern USABLE = Pattern.compile(
            "jdbc:mysql:(loadbalance:|replication:)?//([^/(]*\\(.*|" + DatabaseUrl.HOSTS + ")/[^/?]+(\\?.*)?");

    private final Values values;

    private ErpReader(Values values) {
        this.values = values;
    }

    static Optional<ErpSource> read(Values values) {
        return new ErpReader(values).read();
    }

    private Optional<ErpSource> read() {
        boolean url = values.isSet(OrdersCatalogue.SOURCE);
        boolean host = values.isSet(OrdersCatalogue.HOST);
        if (!url && !host) {
            refuseLeftovers();
            return Optional.empty();
        }
        Origin.Rank urlRank = values.rank(OrdersCatalogue.SOURCE);
        Origin.Rank hostRank = values.rank(OrdersCatalogue.HOST);
        if (url && urlRank == hostRank) {
            values.problem(
                    OrdersCatalogue.HOST,
                    "a host beside " + OrdersCatalogue.SOURCE.key(),
                    "set the URL alone, or host, port and database");
        }
        Optional<String> address = urlRank.compareTo(hostRank) >= 0
                ? values.get(OrdersCatalogue.SOURCE).filter(this::isUsable)
                : values.get(OrdersCatalogue.HOST).flatMap(this::fromHost);
        return address.map(this::source);
    }

    private ErpSource source(String url) {
        return new ErpSource(
                url,
                values.get(OrdersCatalogue.USERNAME).orElse("atelier"),
                values.get(OrdersCatalogue.PASSWORD).orElse(new Secret("")),
                values.get(OrdersCatalogue.CONNECT_TIMEOUT).orElse(USUAL_CONNECT),
                values.get(OrdersCatalogue.DATA_TIMEOUT).orElse(USUAL_DATA));
    }

    /** Half an ERP is a mistake; plain names may be meant for another program. */
    private void refuseLeftovers() {
        for (Setting<?> setting : List.of(
                OrdersCatalogue.PORT, OrdersCatalogue.DATABASE, OrdersCatalogue.USERNAME, OrdersCatalogue.PASSWORD)) {
            Origin.Rank rank = values.rank(setting);
            if (rank != Origin.Rank.DEFAULT) {
                // Of a plain name, the job alone stops at it.
                values.problem(
                        setting,
                        setting.key() + " is set, but no ERP",
                        "set " + OrdersCatalogue.SOURCE.environmentName() + " as well, or remove it");
            }
        }
    }

    private boolean isUsable(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        if (hasLogin(url)) {
            values.problem(
                    OrdersCatalogue.SOURCE,
                    "the URL holds a login",
                    "leave it out, and set " + OrdersCatalogue.USERNAME.key() + " and "
                            + OrdersCatalogue.PASSWORD.key());
            return false;
        }
        // A password has no place in front of a host: what follows the slashes names host and database.
        if (!USABLE.matcher(lower).matches()) {
            values.problem(
                    OrdersCatalogue.SOURCE,
                    "the URL names no host and database of a MySQL server",
                    "it expects a URL such as " + OrdersCatalogue.SOURCE.example());
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
        Optional<String> database = values.get(OrdersCatalogue.DATABASE);
        if (database.isEmpty()) {
            values.problem(
                    OrdersCatalogue.HOST,
                    "the ERP's host is set, but not its database",
                    "set " + OrdersCatalogue.DATABASE.key() + " (" + OrdersCatalogue.DATABASE.environmentName() + ")");
        }
        int port = values.get(OrdersCatalogue.PORT).orElse(3306);
        return database.map(name -> "jdbc:mysql://" + hosts.replace(",", ":" + port + ",") + ":" + port + "/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
