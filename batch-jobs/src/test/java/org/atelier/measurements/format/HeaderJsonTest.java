package org.atelier.measurements.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON objects, and what is none. */
class HeaderJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " {\t\r\n} ",
                "{\"a\":1,\"b\":[true,false,null,{},[],\"\"],\"c\":{\"d\":-0.5e+10}}",
                "{\"a\":0,\"b\":-1.25E-3,\"c\":10}",
                "{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"}",
                "{\"a\":\"\\ud83d\\ude00 é\",\"a\":2}"
            })
    void an_object_is_one(String text) {
        assertThat(HeaderJson.of(text)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "1",
                "\"a\"",
                "null",
                "{",
                "}",
                "{}}",
                "{} {}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":5.}",
                "{\"a\":1e}",
                "{\"a\":-}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":True}",
                "{\"a\":tru}",
                "{\"a\":[1,]}",
                "{\"a\":[1 2]}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"",
                "{\"a\":\"\\",
                "{\"a\" 1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1}x",
                "{\"a\":1\uFFFF}"
            })
    void what_is_no_object_is_none(String text) {
        assertThat(HeaderJson.of(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\u0000\"", "\"\\ud800\"", "\"\\ude00\\ud83d\"", "1e10000", "1e-99999999999"})
    void what_the_database_cannot_hold_is_none(String value) {
        assertThat(HeaderJson.of("{\"a\":" + value + "}")).isNull();
    }

    @Test
    void no_depth_and_no_length_of_a_number_breaks_the_reader() {
        assertThat(HeaderJson.of("{\"a\":" + "[".repeat(60) + "]".repeat(60) + "}"))
                .isNotNull();
        assertThat(HeaderJson.of("{\"a\":" + "[".repeat(60_000))).isNull();
        assertThat(HeaderJson.of("{\"a\":".repeat(10_000))).isNull();
        assertThat(HeaderJson.of("{\"a\":" + "9".repeat(401) + "}")).isNull();
    }

    @Test
    void its_own_texts_are_told_unescaped() {
        HeaderJson json = Objects.requireNonNull(
                HeaderJson.of("{\"Master\\u0054ype\":\"T\\u0072i\",\"a\":{\"b\":\"c\"},\"d\":[\"e\"],\"f\":\"g\"}"));

        assertThat(json.texts()).isEqualTo(Map.of("MasterType", "Tri", "f", "g"));
        assertThat(json.masterType()).isEqualTo("tri");
    }
}
