package org.atelier.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:postgresql://h:5432/d                       | jdbc:postgresql://h:5432/d",
                "jdbc:postgresql://h/d?sslmode=require&a=b        | jdbc:postgresql://h/d?sslmode=require&a=b",
                "jdbc:postgresql://h/d?sslpassword=s3 c,r)et&a=b  | jdbc:postgresql://h/d?sslpassword=******&a=b",
                "jdbc:postgresql://h/d?user=u&password=s3cret     | jdbc:postgresql://h/d?user=u&password=******",
                "jdbc:postgresql://u:s3cret@h/d                   | jdbc:postgresql://******@h/d",
                "postgres://u:s3c@ret@h/d?x=1                     | postgres://******@h/d?x=1",
                "jdbc:mysql:loadbalance://u:s3cret@h,i/d          | jdbc:mysql:loadbalance://******@h,i/d",
                "jdbc:mysql://(host=h,password1=s3cret,port=1)/d  | jdbc:mysql://(host=h,password1=******,port=1)/d",
                "jdbc:mysql://address=(host=h)(trustCertificateKeyStorePassword=s3cret)/d"
                        + " | jdbc:mysql://address=(host=h)(trustCertificateKeyStorePassword=******)/d",
                "jdbc:mysql://h/d?clientCertificateKeyStorePassword=s3cret&password2=s3cret"
                        + " | jdbc:mysql://h/d?clientCertificateKeyStorePassword=******&password2=******",
                "jdbc:mysql://h/d?xdevapi.ssl-truststore-password=s3cret | jdbc:mysql://h/d?xdevapi.ssl-truststore-password=******",
                "jdbc:mysql://h/d?trustCertificateKeyStore%50assword=s3cret | jdbc:mysql://h/d?trustCertificateKeyStore%50assword=******",
                "http://h/x?access_token=s3cret                   | http://h/x?access_token=******",
            })
    void what_is_secret_in_a_url_is_masked_and_the_rest_is_shown(String url, String shown) {
        assertThat(ShownUrl.of(url)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Unable to parse URL jdbc:postgresql://u:s3cret@h:x/d",
                "No suitable driver found for postgres://u:s3cret@h/d",
                "cannot use 'jdbc:postgresql://h/d?sslmode=require&sslpassword=s3cret' now",
                "in jdbc:mysql://h/d?trustCertificateKeyStorePassword=s3cret: no such file",
                "jdbcUrl=jdbc:postgresql://h/d?password=s3cret\n\tat org.postgresql.Driver",
            })
    void within_a_text_a_url_is_masked_as_well(String text) {
        assertThat(ShownUrl.within(text)).doesNotContain("s3cret").contains("******");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cannot list a@b in ftp://host:21/logs/a@b.LOG",
                "write sftp://host/path and user@host",
                "a = b, c=d; (limit=3)",
            })
    void a_text_without_secrets_stays_as_it_is(String text) {
        assertThat(ShownUrl.within(text)).isEqualTo(text);
    }

    @Test
    void a_long_text_without_any_end_is_read_in_one_go() {
        String text = "a=@".repeat(200_000) + "://" + "b".repeat(400_000) + "(" + " ".repeat(400_000);
        assertThat(ShownUrl.within(text)).hasSize(text.length());
    }
}
