package org.atelier.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.atelier.database.DatabaseChoice;
import org.atelier.machinelogs.MachineLogSettings;
import org.atelier.measurements.MeasurementsSettings;
import org.atelier.observe.notify.NotifySettings;
import org.atelier.orders.OrdersSettings;
import org.atelier.serve.ServiceSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {

    @TempDir
    Path directory;

    static Stream<Setting<?>> settings() {
        return Catalogue.all().stream();
    }

    private Settings read(Map<String, String> environment) {
        return SettingsReader.read(null, new Surroundings(environment, directory, directory));
    }

    /** What other settings a setting needs to have an effect. */
    private static Map<String, String> company(Setting<?> setting) {
        Map<String, String> company = new HashMap<>();
        if (setting.key().startsWith("atelier.machine-logs.")) {
            company.put("ATELIER_MACHINE_LOGS_SOURCE", "ftp://host/");
            company.put("ATELIER_MACHINE_LOGS_AFTER_LOAD", "archive");
            company.put("ATELIER_MACHINE_LOGS_ARCHIVE_DIRECTORY", "old");
        } else if (setting.key().startsWith("atelier.measurements.")) {
            company.put("ATELIER_MEASUREMENTS_SOURCE", "ftp://host/");
        } else if (List.of("host", "port", "database").stream()
                .anyMatch(end -> setting.key().equals("atelier.orders." + end))) {
            company.put("MYSQL_HOST", "host");
            company.put("MYSQL_DB", "erp");
            company.remove(setting.plainNames().get(0).name());
        } else if (setting.key().startsWith("atelier.orders.")) {
            company.put("ATELIER_ORDERS_SOURCE", "jdbc:mysql://host/x");
            company.put("ATELIER_SECRET_KEY", "key");
        } else if (setting.key().equals("atelier.secret-key")) {
            company.put("ATELIER_ORDERS_COLUMNS", "affaire=pseudonymise");
        } else if (setting.key().startsWith("atelier.notify.")) {
            company.put("ATELIER_NOTIFY_WEBHOOK_URL", "https://host/hook");
            company.put("ATELIER_NOTIFY_NTFY_URL", "https://host/topic");
            company.remove(setting.environmentName());
        } else if (setting.key().endsWith(".port") || setting.key().endsWith("database.name")) {
            company.put("ATELIER_DATABASE_HOST", "host");
        } else if (setting.key().endsWith("database.username")
                || setting.key().endsWith("lock-url")
                || setting.secret()) {
            company.put("ATELIER_DATABASE_URL", "jdbc:postgresql://host/x");
        }
        return company;
    }

    private static String inEnvironment(Setting<?> setting) {
        String text = setting.example().replaceFirst("^[{\\[](.*)[}\\]]$", "$1");
        return setting.example().startsWith("{") ? text.replace(": ", "=") : text.replace("\"", "");
    }

    @ParameterizedTest
    @MethodSource("settings")
    void the_example_changes_the_settings_from_file_and_environment_alike(Setting<?> setting) throws IOException {
        Map<String, String> company = company(setting);
        String before = before(company);
        Map<String, String> environment = new HashMap<>(company);
        environment.put(setting.environmentName(), inEnvironment(setting));
        String fromEnvironment = secrets(read(environment));
        assertThat(fromEnvironment).isNotEqualTo(before);

        Path file = directory.resolve("atelier.yaml");
        Files.writeString(file, setting.key() + ": " + setting.example() + "\n");
        company.remove(setting.environmentName());
        assertThat(secrets(read(company)).replace("Optional[" + file + "]", "Optional.empty"))
                .isEqualTo(fromEnvironment);
    }

    /** A setting that its company cannot do without begins with a problem. */
    private String before(Map<String, String> company) {
        try {
            return secrets(read(company));
        } catch (ConfigurationException e) {
            return e.problems().toString();
        }
    }

    private static String secrets(Settings settings) {
        StringBuilder text = new StringBuilder(settings.toString());
        settings.get(DatabaseChoice.class)
                .configured()
                .ifPresent(database -> text.append(database.password().reveal()));
        settings.get(MachineLogSettings.class).sources().forEach(source -> {
            var password = source.password();
            text.append(password == null ? "" : password.reveal());
        });
        settings.get(MeasurementsSettings.class).sources().forEach(source -> {
            var password = source.password();
            text.append(password == null ? "" : password.reveal());
        });
        settings.get(OrdersSettings.class)
                .source()
                .ifPresent(source -> text.append(source.password().reveal()));
        text.append(settings.get(OrdersSettings.class).protection().fingerprint());
        settings.get(ServiceSettings.class).tokens().formerSecretKey().ifPresent(key -> text.append(key.reveal()));
        settings.get(NotifySettings.class).targets().forEach(target -> {
            var token = target.address().token();
            text.append(target.address().url().reveal()).append(token == null ? "" : token.reveal());
        });
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void no_plain_name_belongs_to_two_settings(Setting<?> setting) {
        for (PlainName name : setting.plainNames()) {
            assertThat(Catalogue.all().stream()
                            .filter(other -> other.plainNames().stream()
                                    .anyMatch(its -> its.name().equals(name.name()))))
                    .hasSize(1);
        }
    }

    @Test
    void keys_are_unique_and_no_key_is_the_group_of_another() {
        List<String> keys = Catalogue.all().stream().map(Setting::key).toList();
        assertThat(keys).doesNotHaveDuplicates().allSatisfy(key -> {
            assertThat(key).matches("atelier(\\.[a-z]+(-[a-z]+)*)+");
            assertThat(SettingNames.isPrefix(key)).isFalse();
        });
    }
}
