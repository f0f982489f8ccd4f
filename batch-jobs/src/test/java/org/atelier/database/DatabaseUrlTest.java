package org.atelier.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.atelier.settings.ConfigurationException;
import org.atelier.settings.Problem;
import org.atelier.settings.SettingsReader;
import org.atelier.settings.Surroundings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    private static List<String> problems(Map<String, String> environment) {
        ConfigurationException e = catchThrowableOfType(
                ConfigurationException.class,
                () -> SettingsReader.read(null, new Surroundings(environment, Path.of("/none"), Path.of("/none"))));
        return e == null ? List.of() : e.problems().stream().map(Problem::line).toList();
    }

    private static Map<String, String> both(String name, String url) {
        return name.equals("ATELIER_DATABASE_URL")
                ? Map.of(name, url)
                : Map.of("ATELIER_DATABASE_URL", "jdbc:postgresql://h/d", name, url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://atelier:s3cretPW@host/db",
                "jdbc:postgresql://atelier@host/db",
                "jdbc:postgresql://atelier:s3cret@PW@host:5432/db?sslmode=require",
                "jdbc:postgresql://atelier:s3cret/PW@host/db",
                "jdbc:postgresql://atelier:s3cret?PW@host/db",
                "jdbc:postgresql://h1,atelier:s3cretPW@h2/db",
                "jdbc:postgresql:atelier:s3cretPW@host/db",
                "postgres://atelier:s3cretPW@host/db",
                "postgresql://atelier:s3cretPW@host/db?sslmode=require",
                "jdbc:postgres://atelier:s3cretPW@host/db",
                "atelier:s3cretPW@host/db",
            })
    void a_login_in_front_of_the_host_is_refused_and_not_repeated(String url) {
        for (String name : List.of("ATELIER_DATABASE_URL", "ATELIER_DATABASE_LOCK_URL")) {
            assertThat(problems(both(name, url)))
                    .singleElement()
                    .asString()
                    .contains("environment " + name + ": ", "the URL holds a login", "atelier.database.password")
                    .doesNotContain("s3cret")
                    .doesNotContain("PW")
                    .doesNotContain("host/db");
        }
    }

    /** A password behind a forgotten user stands where a port should be. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://host/db",
                "jdbc:mysql://host/db",
                "jdbc:postgresql://host:s3cret/db",
                "jdbc:postgresql://host:123456/db",
                "jdbc:postgresql://host:s3cret",
                "jdbc:postgresql://::1/db",
                "jdbc:postgresql",
                "jdbc:postgresql://host",
                "jdbc:postgresql:/",
                "host",
            })
    void what_the_driver_could_not_read_is_refused_and_not_repeated(String url) {
        assertThat(problems(Map.of("ATELIER_DATABASE_URL", url)))
                .singleElement()
                .asString()
                .contains("names no host and database", "jdbc:postgresql://host:5432/database")
                .doesNotContain("s3cret")
                .doesNotContain("'" + url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://host/db",
                "jdbc:postgresql://host:5432/db?sslmode=require&options=-c%20x=y",
                "jdbc:postgresql://pg_db/db",
                "jdbc:postgresql://nas.1/db",
                "jdbc:postgresql://h1:5432,h2,h3:5434/db?targetServerType=primary",
                "jdbc:postgresql://[::1]:5432/db",
                "jdbc:postgresql://host/",
                "jdbc:postgresql:///db",
                "jdbc:postgresql:db",
                "jdbc:postgresql://host/db?user=someone@tenant&password=p%40ss",
            })
    void what_the_driver_reads_is_taken(String url) {
        assertThat(problems(Map.of("ATELIER_DATABASE_URL", url))).isEmpty();
        assertThat(problems(both("ATELIER_DATABASE_LOCK_URL", url))).isEmpty();
        assertThatCode(() -> DriverManager.getDriver(url)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?password=s3cret%0ADELE", "?user=u%00s3cret", "?password=%EF%BB%BFs3cret", "?password=s3cret%"})
    void a_password_in_a_parameter_that_no_protocol_takes_is_refused(String parameters) {
        assertThat(problems(Map.of("ATELIER_DATABASE_URL", "jdbc:postgresql://host/db" + parameters)))
                .singleElement()
                .asString()
                .contains("of user or password in the URL, ")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ATELIER_METRICS_PUSHGATEWAY=http://u:s3cret@host:9091",
                "ATELIER_METRICS_PUSHGATEWAY=http://host:9091?token=s3cret",
                "ATELIER_DATABASE_HOST=u:s3cret@host",
                "ATELIER_ORDERS_HOST=u:s3cret@host",
                "ATELIER_ORDERS_SOURCE=jdbc:mysql://u:s3cret/db",
                "ATELIER_ORDERS_SOURCE=mysql://u:s3cret@h/db",
                "ATELIER_ORDERS_SOURCE=jdbc:mysql://h?trustCertificateKeyStorePassword=s3cret",
                "ATELIER_MACHINE_LOGS_SOURCE=http://u:s3cret@h/logs",
                "ATELIER_NOTIFY_WEBHOOK_URL=ftp://u:s3cret@h/logs",
                "ATELIER_TIME_ZONE=jdbc:postgresql://u:s3cret@h/d",
                "ATELIER_DATABASE_PORT=u:s3cret@h",
            })
    void no_setting_repeats_what_may_be_a_secret_in_a_url(String setting) {
        String[] parts = setting.split("=", 2);
        assertThat(problems(Map.of(parts[0], parts[1], "ATELIER_ORDERS_DATABASE", "d", "ATELIER_ORDERS_PORT", "1")))
                .anyMatch(line -> line.contains("environment " + parts[0] + ": "))
                .noneMatch(line -> line.contains("s3cret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DB_HOST", "POSTGRES_HOST", "ATELIER_DATABASE_HOST"})
    void hosts_are_taken_as_a_network_names_them(String name) {
        assertThat(url(Map.of(name, "pg_db"))).isEqualTo("jdbc:postgresql://pg_db:5432/atelier");
        assertThat(url(Map.of(name, "::1"))).isEqualTo("jdbc:postgresql://[::1]:5432/atelier");
        assertThat(url(Map.of(name, "[::1]"))).isEqualTo("jdbc:postgresql://[::1]:5432/atelier");
        assertThat(url(Map.of(name, "a.1, b_2", "ATELIER_DATABASE_PORT", "5433")))
                .isEqualTo("jdbc:postgresql://a.1:5433,b_2:5433/atelier");
        for (String wrong : List.of("host:5433", "host/db", "a b", "h?password=x", "/run/postgresql")) {
            assertThat(problems(Map.of(name, wrong)))
                    .singleElement()
                    .asString()
                    .contains("a host name or address such as");
        }
    }

    private static String url(Map<String, String> environment) {
        return SettingsReader.read(null, new Surroundings(environment, Path.of("/none"), Path.of("/none")))
                .get(DatabaseChoice.class)
                .configured()
                .orElseThrow()
                .url();
    }
}
