package org.atelier.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.atelier.orders.row.ColumnProtection.Choice;
import org.atelier.orders.row.TargetTable;
import org.atelier.orders.select.SelectionLists;
import org.atelier.settings.ConfigurationException;
import org.atelier.settings.Problem;
import org.atelier.settings.SettingsReader;
import org.atelier.settings.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrdersSettingsTest {

    private static final Map<String, String> ERP = Map.of("ATELIER_ORDERS_SOURCE", "jdbc:mysql://erp:3307/alpha");

    @TempDir
    Path directory;

    private OrdersSettings read(Map<String, String> environment) {
        return SettingsReader.read(null, new Surroundings(environment, directory, directory))
                .get(OrdersSettings.class);
    }

    private List<String> problems(Map<String, String> environment) {
        ConfigurationException e = catchThrowableOfType(ConfigurationException.class, () -> read(environment));
        return Objects.requireNonNull(e, "there is no problem").problems().stream()
                .map(Problem::line)
                .toList();
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> environment = new HashMap<>(ERP);
        environment.put(name, value);
        return environment;
    }

    private void file(String yaml) throws IOException {
        Files.writeString(directory.resolve("atelier.yaml"), yaml);
    }

    @Test
    void without_settings_there_is_no_erp_and_the_usual_selection() {
        OrdersSettings settings = read(Map.of());
        assertThat(settings.source()).isEmpty();
        assertThat(settings.selection()).isEqualTo(SelectionLists.USUAL);
        assertThat(settings.tables()).isEqualTo(Set.of(TargetTable.values()));
        assertThat(settings.maxDeleteRatio()).isEqualByComparingTo("0.2");
        assertThat(settings.spill()).isEqualTo(directory.resolve(".atelier/spill"));
    }

    @Test
    void a_url_with_its_parameters_is_the_erp() {
        var erp = read(with("ATELIER_ORDERS_SOURCE", "jdbc:mysql://erp/alpha?sslMode=VERIFY_CA"))
                .source()
                .orElseThrow();
        assertThat(erp.url()).isEqualTo("jdbc:mysql://erp/alpha?sslMode=VERIFY_CA");
        assertThat(erp.label()).isEqualTo("mysql://erp/alpha");
        assertThat(erp.username()).isEqualTo("atelier");
        assertThat(erp.connectTimeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(erp.dataTimeout()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void the_plain_names_of_mysql_make_an_erp_and_its_password_may_be_in_a_file() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "geheim\n");
        var erp = read(Map.of(
                        "MYSQL_HOST", "erp",
                        "MYSQL_PORT", "3307",
                        "MYSQL_DB", "alpha plan",
                        "MYSQL_USER", "reader",
                        "MYSQL_PASSWORD_FILE", secret.toString()))
                .source()
                .orElseThrow();
        assertThat(erp.url()).isEqualTo("jdbc:mysql://erp:3307/alpha%20plan");
        assertThat(erp.username()).isEqualTo("reader");
        assertThat(erp.password().reveal()).isEqualTo("geheim");
        assertThat(erp.toString()).doesNotContain("geheim");
    }

    @Test
    void a_url_wins_over_a_plain_host_and_is_refused_beside_a_host_of_its_rank() {
        assertThat(read(with("MYSQL_HOST", "other")).source().orElseThrow().url())
                .isEqualTo("jdbc:mysql://erp:3307/alpha");
        assertThat(problems(with("ATELIER_ORDERS_HOST", "other")))
                .singleElement()
                .asString()
                .contains("a host beside");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://root:geheim@erp/alpha",
                "jdbc:mysql://erp/alpha?user=root&password=geheim",
                "jdbc:mysql://address=(host=erp)(user=root)(password=geheim)/alpha",
                "mysql://root:geheim@erp/alpha"
            })
    void a_login_in_the_url_is_refused_and_not_shown(String url) {
        assertThat(problems(with("ATELIER_ORDERS_SOURCE", url)))
                .singleElement()
                .asString()
                .contains("login", "atelier.orders.password")
                .doesNotContain("geheim");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://erp/alpha", "erp", "jdbc:mysql://erp", "jdbc:mysql://erp/?x=y"})
    void what_is_no_url_of_a_mysql_database_is_refused(String url) {
        assertThat(problems(with("ATELIER_ORDERS_SOURCE", url)))
                .singleElement()
                .asString()
                .contains("jdbc:mysql://erp.example.org:3306/erp");
    }

    @Test
    void half_an_erp_is_a_problem() {
        assertThat(problems(Map.of("ATELIER_ORDERS_PASSWORD", "x")))
                .singleElement()
                .asString()
                .contains("set ATELIER_ORDERS_SOURCE as well");
        assertThat(problems(Map.of("ATELIER_ORDERS_HOST", "erp")))
                .singleElement()
                .asString()
                .contains("set atelier.orders.database");
    }

    @Test
    void a_blank_at_the_end_of_a_code_survives_yaml_and_environment_alike() throws IOException {
        List<String> codes = List.of("SOP", "S P ", "S T ");
        assertThat(read(Map.of("ATELIER_ORDERS_ROLLER_SHUTTER_CODES", "SOP, S P , S T "))
                        .selection()
                        .rollerShutterCodes())
                .isEqualTo(codes);
        file("""
                atelier:
                  orders:
                    roller-shutter-codes: [SOP, "S P ", 'S T ']
                    shutter-codes:
                      - VR
                      - "S P "
                """);
        SelectionLists lists = read(Map.of()).selection();
        assertThat(lists.rollerShutterCodes()).isEqualTo(codes);
        assertThat(lists.shutterCodes()).containsExactly("VR", "S P ");
    }

    @Test
    void an_empty_list_would_select_nothing_and_is_refused() throws IOException {
        file("atelier.orders.planned-notes: []");
        assertThat(problems(Map.of())).singleElement().asString().contains("planned-notes");
    }

    @Test
    void one_profile_may_be_enough_and_an_unknown_one_is_told_the_nearest() {
        assertThat(read(Map.of("ATELIER_ORDERS_PROFILES", "volets")).tables()).containsExactly(TargetTable.SHUTTERS);
        assertThat(problems(Map.of("ATELIER_ORDERS_PROFILES", "volets-roulant")))
                .singleElement()
                .asString()
                .contains("did you mean volets-roulants?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "afaire=drop                    | did you mean affaire?",
                "id_commande=drop               | belongs to a key",
                "extension=pseudonymise         | belongs to a key",
                "numero_commande=drop           | belongs to a key",
                "date_modification=pseudonymise | holds no text",
                "gestion_en_stock=pseudonymise  | holds no text",
                "affaire=hide                   | keep, pseudonymise or drop"
            })
    void what_cannot_be_done_with_a_column_is_refused(String columns, String told) {
        Map<String, String> environment = with("ATELIER_ORDERS_COLUMNS", columns);
        environment.put("SECRET_KEY", "key");
        assertThat(problems(environment)).singleElement().asString().contains(told);
    }

    @Test
    void columns_are_protected_as_asked() {
        Map<String, String> environment =
                with("ATELIER_ORDERS_COLUMNS", "affaire=Pseudonymise, date_modification=drop");
        environment.put("SECRET_KEY", "key");
        OrdersSettings settings = read(environment);
        assertThat(settings.protection().of("affaire")).isEqualTo(Choice.PSEUDONYMISE);
        assertThat(settings.protection().of("date_modification")).isEqualTo(Choice.DROP);
        assertThat(settings.protection().of("statut")).isEqualTo(Choice.KEEP);
        assertThat(settings.toString()).doesNotContain("key=key");
    }

    @Test
    void pseudonyms_need_a_key() {
        assertThat(problems(with("ATELIER_ORDERS_COLUMNS", "affaire=pseudonymise")))
                .singleElement()
                .asString()
                .contains("atelier.secret-key (ATELIER_SECRET_KEY)");
    }

    @Test
    void all_problems_of_the_job_are_told_at_once() {
        Map<String, String> environment = with("ATELIER_ORDERS_COLUMNS", "afaire=drop");
        environment.put("ATELIER_ORDERS_SOURCE", "jdbc:mysql://u@h/d");
        environment.put("ATELIER_ORDERS_PROFILES", "x");
        environment.put("ATELIER_ORDERS_WORKERS", "0");
        environment.put("ATELIER_ORDERS_CONNECT_TIMEOUT", "0s");
        environment.put("ATELIER_ORDERS_MAX_DELETE_RATIO", "120%");
        environment.put("ATELIER_ORDERS_SOURSE", "x");
        assertThat(problems(environment)).hasSize(6);
    }
}
