package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An ERP that cannot be trusted over TLS: a matter of the configuration, told with what to do, and no outage. */
class TrustedErpTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sslMode=VERIFY_CA",
                "sslMode=VERIFY_IDENTITY",
                "sslMode=VERIFY_CA&trustCertificateKeyStoreUrl=file:/no/such/ca.p12"
            })
    void an_erp_that_nobody_vouches_for_is_told_by_the_check_and_ends_a_run_with_three(String parameters) {
        try (ErpUse plant = new ErpUse(directory)) {
            plant.set("ATELIER_ORDERS_SOURCE", plant.source.jdbcUrl() + "?" + parameters);
            for (String[] command : new String[][] {{"check", "orders"}, {"run", "orders"}, {"preview", "orders"}}) {
                CommandLineUse use = plant.use(3, command);
                assertThat(use.out() + use.err()).contains("atelier.orders.source");
            }
        }
    }
}
