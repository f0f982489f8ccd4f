package org.atelier.measurements.influx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Random;
import org.atelier.measurements.influx.InfluxSettings.Dialect;
import org.atelier.measurements.point.Channel;
import org.atelier.transfer.RemoteRetry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineProtocolTest {

    private static String text(LineBuffer buffer) {
        return new String(buffer.bytes(), 0, buffer.length(), UTF_8);
    }

    private static String number(double value) {
        LineBuffer buffer = new LineBuffer();
        buffer.append(value);
        return text(buffer);
    }

    private static Channel channel(String serial, @Nullable String subtype, String label, String name, String unit) {
        return new Channel(1, "02009001", serial, subtype, label, name, unit);
    }

    private static byte[] prefix(Channel channel) throws UnwritableNameException {
        return LineProtocol.prefix("essai", channel, channel.field());
    }

    /** R-T8 */
    @Test
    void rt8_a_point_has_the_tags_of_its_channel_in_order_and_one_field() throws Exception {
        assertThat(prefix(channel("02009001", "mono", "U1", "Ph 1", "V")))
                .asString(UTF_8)
                .isEqualTo("electrical,campaign=essai,channel_id=M02009001_U1,channel_label=U1,channel_name=Ph\\ 1,"
                        + "channel_unit=V,device=MV2,device_master_sn=02009001,device_sn=02009001,device_subtype=mono,"
                        + "device_type=master M02009001_U1_V=");
        assertThat(prefix(channel("04009002", null, "Ch1", "Pompe eau", "W")))
                .asString(UTF_8)
                .isEqualTo("electrical,campaign=essai,channel_id=M02009001_S04009002_Ch1,channel_label=Ch1,"
                        + "channel_name=Pompe\\ eau,channel_unit=W,device=MV2,device_master_sn=02009001,"
                        + "device_sn=04009002,device_type=slave M02009001_S04009002_Ch1_W=");
    }

    @Test
    void tags_that_are_empty_are_left_out_and_the_field_ends_in_an_underscore() throws Exception {
        assertThat(prefix(channel("02009001", "mono", "U1", "", "")))
                .asString(UTF_8)
                .doesNotContain("channel_unit", "channel_name")
                .endsWith(" M02009001_U1_=");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b=c d|a\\,b\\=c\\ d",
                "l'été \"x\"|l'été\\ \"x\"",
                "a\\b|a\\b",
                "'a\\, b'|a\\\\,\\ b",
                "#,électricité|#\\,électricité"
            })
    void names_are_escaped(String name, String written) throws Exception {
        assertThat(LineProtocol.escaped(name)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\tb", "\\", "a\\", "", "\0"})
    void names_that_cannot_be_written_are_refused(String name) {
        assertThatThrownBy(() -> LineProtocol.escaped(name)).isInstanceOf(UnwritableNameException.class);
        assertThatThrownBy(() -> LineProtocol.head("m", Map.of("campaign", name + "x\n")))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    /** As LineReadersTest and VictoriaMetricsTest show. */
    @Test
    void servers_of_line_protocol_alone_read_two_backslashes_as_one_and_a_quote_in_a_field_as_a_text()
            throws Exception {
        InfluxSettings settings =
                new InfluxSettings(URI.create("http://127.0.0.1:1"), null, "", Dialect.LINE_PROTOCOL, "powerview_meta");
        LinesOnly server = new LinesOnly(new InfluxClient(settings, RemoteRetry.standard()), "");
        assertThat(server.prefix("essai", channel("02009001", "mono", "U1", "p\\, \"q", "5\"\\A")))
                .asString(UTF_8)
                .contains(",channel_name=p\\\\\\,\\ \"q,channel_unit=5\"\\\\A,")
                .endsWith(" M02009001_U1_5\\\"\\\\A=");
    }

    @Test
    void a_measurement_keeps_its_equals_signs() throws Exception {
        assertThat(LineProtocol.head("a=b c,d", Map.of())).isEqualTo("a=b\\ c\\,d");
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0,
                -0.0,
                1,
                -1,
                230.1,
                249.37,
                0.001,
                9999999,
                1e7,
                -1e7,
                123456.789,
                0.1,
                0.3,
                1e-3,
                9.99e-4,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                Double.MIN_NORMAL,
                4503599627370495.5,
                0.1 + 0.2,
                1.0 / 3,
                100,
                3000.5
            })
    void numbers_are_written_as_java_writes_them(double value) {
        assertThat(number(value)).isEqualTo(Double.toString(value));
    }

    @Test
    void numbers_are_read_back_as_they_were_whatever_they_are() {
        Random random = new Random(17);
        for (int i = 0; i < 200_000; i++) {
            double any = Double.longBitsToDouble(random.nextLong());
            double usual = Math.rint(random.nextGaussian() * 100_000) / Math.pow(10, random.nextInt(6));
            if (Double.isFinite(any)) {
                assertThat(Double.parseDouble(number(any))).isEqualTo(any);
            }
            assertThat(number(usual)).isEqualTo(Double.toString(usual));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 10, 99, 1_773_136_800L, -1_577_840_402L, Long.MAX_VALUE, Long.MIN_VALUE})
    void whole_numbers_are_written(long value) {
        LineBuffer buffer = new LineBuffer();
        buffer.append(value);
        assertThat(text(buffer)).isEqualTo(Long.toString(value));
    }
}
