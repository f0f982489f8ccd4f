package org.atelier.observe.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.atelier.fixtures.http.HttpTestServer;
import org.atelier.fixtures.http.HttpTestServer.Received;
import org.atelier.observe.notify.SendNotifications.Sent;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The outbox, against servers that answer well, badly, or not at all. */
class SendNotificationsTest {

    private static Bureau bureau;
    private HttpTestServer server;

    @BeforeAll
    static void open() throws Exception {
        bureau = Bureau.open();
    }

    @BeforeEach
    void clear() throws Exception {
        bureau.clear();
        server = HttpTestServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @AfterAll
    static void close() throws SQLException {
        bureau.close();
    }

    private void failure() throws SQLException {
        bureau.failed(1, "machine-logs", "unreachable");
        bureau.look();
    }

    private List<String> deliveries() throws SQLException {
        return bureau.column("""
                select concat_ws(' ', target, attempts, case when delivered_at is null then 'waiting' else 'sent' end,
                                 last_error)
                  from atelier_notification_delivery order by notification_id, target""");
    }

    /** Minutes until the next attempt. */
    private List<String> pauses() throws SQLException {
        return bureau.column(
                "select round(extract(epoch from next_attempt - now()) / 60) from atelier_notification_delivery");
    }

    @Test
    void a_webhook_gets_json_once() throws Exception {
        bureau.tells(Bureau.webhook(server.url() + "/hook?key=secret"));
        failure();
        assertThat(bureau.send()).isEqualTo(new Sent(1, 0, 0));
        assertThat(bureau.send()).isEqualTo(new Sent(0, 0, 0));
        assertThat(server.received()).hasSize(1);
        Received request = server.received().get(0);
        assertThat(request.method() + " " + request.path()).isEqualTo("POST /hook?key=secret");
        assertThat(request.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(request.body())
                .startsWith(
                        "{\"schema\":\"atelier.notification/1\",\"id\":1,\"kind\":\"run_failed\",\"priority\":\"high\","
                                + "\"job\":\"machine-logs\",\"centre\":null,\"run_id\":1,"
                                + "\"title\":\"machine-logs failed: run 1, exit code 7\","
                                + "\"body\":\"ftp.example.org port 21 does not answer.\","
                                + "\"next_step\":\"atelier logs 1; then: atelier restart 1\","
                                + "\"text\":\"machine-logs failed: run 1, exit code 7\\nftp.example.org");
    }

    @Test
    void ntfy_gets_title_priority_and_tags_as_headers_and_the_token() throws Exception {
        bureau.tells(Bureau.ntfy(server.url() + "/atelier"));
        failure();
        bureau.send();
        Received request = server.received().get(0);
        assertThat(request.path()).isEqualTo("/atelier");
        assertThat(request.header("Title")).isEqualTo("machine-logs failed: run 1, exit code 7");
        assertThat(request.header("Priority")).isEqualTo("4");
        assertThat(request.header("Tags")).isEqualTo("rotating_light");
        assertThat(request.header("Authorization")).isEqualTo("Bearer tk_secret");
        assertThat(request.body())
                .isEqualTo("ftp.example.org port 21 does not answer.\nNext: atelier logs 1; then: atelier restart 1");
    }

    @Test
    void a_title_that_is_not_ascii_reaches_ntfy() throws Exception {
        bureau.tells(Bureau.ntfy(server.url() + "/atelier"));
        bureau.failed(1, "scies-à-ruban", "unreachable");
        bureau.look();
        bureau.send();
        assertThat(server.received().get(0).header("Title")).startsWith("=?UTF-8?B?");
    }

    @Test
    void a_login_in_the_address_is_sent_as_such_and_not_shown() throws Exception {
        NotifyTarget target = Bureau.webhook(server.url().replace("//", "//me:s3cret@") + "/a//b@c");
        bureau.tells(target);
        failure();
        bureau.send();
        assertThat(server.received().get(0).header("Authorization")).isEqualTo("Basic bWU6czNjcmV0");
        assertThat(server.received().get(0).path()).isEqualTo("/a//b@c");
        assertThat(target.toString()).doesNotContain("s3cret");
    }

    @Test
    void a_server_that_answers_500_is_asked_again_later_each_time() throws Exception {
        server.then(500).then(500);
        bureau.tells(Bureau.webhook(server.url()));
        failure();
        assertThat(bureau.send()).isEqualTo(new Sent(0, 1, 0));
        assertThat(deliveries()).containsExactly("webhook 1 waiting it answers 500");
        assertThat(pauses()).containsExactly("1");
        assertThat(bureau.send()).isEqualTo(new Sent(0, 0, 0));
        bureau.later("2 minutes");
        bureau.send();
        assertThat(pauses()).containsExactly("2");
        bureau.later("3 minutes");
        assertThat(bureau.send()).isEqualTo(new Sent(1, 0, 0));
        assertThat(deliveries()).containsExactly("webhook 3 sent");
    }

    @Test
    void a_server_that_has_too_many_requests_is_left_alone_as_long_as_it_asks() throws Exception {
        server.then(429, "1800").then(429, "Tue, 31 Dec 2999 23:59:59 GMT").then(429, "soon");
        bureau.tells(Bureau.webhook(server.url()));
        failure();
        bureau.send();
        assertThat(deliveries()).containsExactly("webhook 1 waiting it answers 429");
        assertThat(pauses()).containsExactly("30");
        bureau.later("31 minutes");
        bureau.send();
        assertThat(pauses()).containsExactly("1440");
        bureau.later("25 hours");
        bureau.send();
        assertThat(pauses()).containsExactly("4");
    }

    @Test
    void a_server_that_hangs_does_not_hold_up_the_others() throws Exception {
        server.thenHang();
        try (HttpTestServer other = HttpTestServer.start()) {
            bureau.tells(Bureau.webhook(server.url()), Bureau.ntfy(other.url() + "/t"));
            bureau.failed(1, "orders", "unreachable");
            bureau.failed(2, "machine-logs", "unreachable");
            bureau.look();
            assertThat(bureau.send()).isEqualTo(new Sent(2, 1, 0));
            assertThat(server.received()).hasSize(1);
            assertThat(other.received()).hasSize(2);
            assertThat(deliveries())
                    .containsExactly(
                            "ntfy 1 sent",
                            "webhook 1 waiting no answer within 4 s",
                            "ntfy 1 sent",
                            "webhook 0 waiting");
            bureau.later("2 minutes");
            assertThat(bureau.send()).isEqualTo(new Sent(2, 0, 0));
            assertThat(other.received()).hasSize(2);
        }
    }

    @Test
    void nobody_at_the_port_is_told_without_the_address() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        bureau.tells(Bureau.webhook("http://me:s3cret@127.0.0.1:" + port + "/hooks/s3cret?k=s3cret"));
        failure();
        bureau.send();
        assertThat(deliveries()).containsExactly("webhook 1 waiting it cannot be reached");
    }

    @Test
    void what_a_killed_process_took_is_sent_by_another_a_minute_later() throws Exception {
        bureau.tells(Bureau.webhook(server.url()));
        failure();
        try (var handle = Jdbi.create(bureau.connection)
                .installPlugin(new PostgresPlugin())
                .open()) {
            assertThat(new Outbox(handle).take(List.of("webhook"))).isPresent();
        }
        assertThat(bureau.send().sent()).isZero();
        bureau.later("61 seconds");
        assertThat(bureau.send().sent()).isEqualTo(1);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void what_was_found_when_there_was_no_target_is_never_sent() throws Exception {
        failure();
        bureau.tells(Bureau.webhook(server.url()));
        bureau.look();
        assertThat(bureau.send()).isEqualTo(new Sent(0, 0, 0));
        assertThat(DeliveryRecord.newest(bureau.connection, 5))
                .singleElement()
                .satisfies(record -> assertThat(record.state()).isEqualTo("no target"));
    }

    @Test
    void after_three_days_it_is_given_up() throws Exception {
        server.then(500);
        bureau.tells(Bureau.webhook(server.url()));
        failure();
        bureau.send();
        bureau.later("73 hours");
        assertThat(bureau.send()).isEqualTo(new Sent(0, 0, 1));
        assertThat(server.received()).hasSize(1);
        assertThat(DeliveryRecord.newest(bureau.connection, 5))
                .singleElement()
                .satisfies(record -> assertThat(record.state()).isEqualTo("given up"));
    }

    @Test
    void two_processes_at_once_send_each_notification_once() throws Exception {
        bureau.tells(Bureau.webhook(server.url()));
        for (int run = 1; run <= 20; run++) {
            bureau.failed(run, "job-" + run, "unreachable");
        }
        bureau.look();
        try (Connection second = bureau.another()) {
            CompletableFuture<Sent> other = CompletableFuture.supplyAsync(() -> bureau.sendUnchecked(second));
            assertThat(bureau.send().sent() + other.join().sent()).isEqualTo(20);
        }
        assertThat(server.received().stream().map(Received::body)).hasSize(20).doesNotHaveDuplicates();
    }
}
