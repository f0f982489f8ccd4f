package org.atelier.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingAreaTest {
    private static final String HELLO_SHA = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    private static final Instant NOW = Instant.parse("2025-05-28T12:00:00.123456Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private Path remote;
    private Path landing;
    private LandingArea area;
    private RemoteDirectory directory;

    @BeforeEach
    void prepare(@TempDir Path temporary) throws IOException {
        remote = Files.createDirectory(temporary.resolve("remote"));
        landing = temporary.resolve("data/landing");
        area = new LandingArea(landing);
        directory = RemoteDirectories.connect(RemoteSource.parse(remote.toString()));
    }

    private Path write(String name, String content, String time) throws IOException {
        Path file = Files.writeString(remote.resolve(name), content, UTF_8);
        return Files.setLastModifiedTime(file, FileTime.from(Instant.parse(time)));
    }

    private String landed(String sha256) throws IOException {
        try (InputStream in = area.open(sha256)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(landing)) {
            return all.filter(Files::isRegularFile).map(landing::relativize).toList();
        }
    }

    @Test
    void content_lies_under_its_hash_compressed_with_nothing_left_beside() throws IOException {
        write("a b (1).LOG", "hello", "2025-05-28T10:00:00Z");
        LandedFile file = area.land(directory, "a b (1).LOG", CLOCK);
        assertThat(file)
                .isEqualTo(new LandedFile(
                        HELLO_SHA, 5, Instant.parse("2025-05-28T10:00:00Z"), NOW, "hello".getBytes(UTF_8)));
        assertThat(files()).containsExactly(Path.of("2c", HELLO_SHA.substring(2) + ".gz"));
        assertThat(landed(HELLO_SHA)).isEqualTo("hello");
        assertThat(area.contains(HELLO_SHA)).isTrue();
        assertThat(area.size(HELLO_SHA)).isEqualTo(5);
        area.verify(HELLO_SHA);
    }

    @Test
    void content_that_is_there_is_not_written_again() throws IOException {
        write("a.LOG", "hello", "2025-05-28T10:00:00Z");
        write("b.LOG", "hello", "2025-05-29T10:00:00Z");
        area.land(directory, "a.LOG", CLOCK);
        Path copy = landing.resolve(files().get(0));
        Files.setLastModifiedTime(copy, FileTime.from(NOW.minusSeconds(1000)));
        assertThat(area.land(directory, "b.LOG", CLOCK).sha256()).isEqualTo(HELLO_SHA);
        assertThat(Files.getLastModifiedTime(copy).toInstant()).isBefore(NOW.minusSeconds(999));
        assertThat(files()).hasSize(1);
    }

    @Test
    void an_empty_file_is_content_too() throws IOException {
        write("a.LOG", "", "2025-05-28T10:00:00Z");
        LandedFile file = area.land(directory, "a.LOG", CLOCK);
        assertThat(file.size()).isZero();
        assertThat(file.head()).isEmpty();
        assertThat(landed(file.sha256())).isEmpty();
    }

    @Test
    void a_name_from_a_server_is_never_a_path_here() throws IOException {
        write("a.LOG", "hello", "2025-05-28T10:00:00Z");
        assertThatThrownBy(() -> area.land(directory, "../remote/a.LOG", CLOCK))
                .isInstanceOf(RefusedPathException.class);
        assertThatThrownBy(() -> area.open("../../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> area.contains(HELLO_SHA.toUpperCase(Locale.ROOT)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> area.land(Meddled.cutAfter(directory, 2), "a.LOG", CLOCK))
                .hasMessage("the cable was cut");
        assertThat(files())
                .allSatisfy(file -> assertThat(file.toString()).matches("incoming/[0-9a-f]{64}\\.part(\\.note)?"));
    }

    @Test
    void content_that_is_not_there_is_missing() {
        assertThat(area.contains(HELLO_SHA)).isFalse();
        assertThatThrownBy(() -> area.open(HELLO_SHA))
                .isInstanceOf(LandingMissingException.class)
                .hasMessageContaining(HELLO_SHA);
        assertThatThrownBy(() -> area.size(HELLO_SHA)).isInstanceOf(LandingMissingException.class);
        assertThatThrownBy(() -> area.verify(HELLO_SHA)).isInstanceOf(LandingMissingException.class);
    }

    @Test
    void a_damaged_a_cut_and_an_exchanged_copy_are_found_and_healed_by_landing_again() throws IOException {
        write("a.LOG", "hello", "2025-05-28T10:00:00Z");
        write("b.LOG", "other", "2025-05-28T10:00:00Z");
        area.land(directory, "a.LOG", CLOCK);
        Path copy = landing.resolve(files().get(0));
        byte[] sound = Files.readAllBytes(copy);
        byte[] damaged = sound.clone();
        damaged[12] ^= 1;
        Files.write(copy, damaged);
        corruptAndHealed();
        Files.write(copy, Arrays.copyOf(sound, sound.length - 3));
        corruptAndHealed();
        Files.write(copy, new byte[0]);
        corruptAndHealed();
        String other = area.land(directory, "b.LOG", CLOCK).sha256();
        Path otherCopy = landing.resolve(other.substring(0, 2)).resolve(other.substring(2) + ".gz");
        Files.write(copy, Files.readAllBytes(otherCopy));
        corruptAndHealed();
    }

    private void corruptAndHealed() throws IOException {
        assertThatThrownBy(() -> area.verify(HELLO_SHA)).isInstanceOf(CorruptLandingException.class);
        area.land(directory, "a.LOG", CLOCK);
        area.verify(HELLO_SHA);
    }

    @Test
    void fewer_bytes_than_the_server_said_are_an_error_and_nothing_is_kept() throws IOException {
        write("a.LOG", "hello", "2025-05-28T10:00:00Z");
        var lying = new Meddled(directory) {
            @Override
            public RemoteFacts facts(String path) throws IOException {
                return new RemoteFacts(9, super.facts(path).modified());
            }
        };
        assertThatThrownBy(() -> area.land(lying, "a.LOG", CLOCK))
                .isInstanceOf(EOFException.class)
                .hasMessageContaining("5")
                .hasMessageContaining("9");
        assertThat(area.contains(HELLO_SHA)).isFalse();
    }

    @Test
    void a_part_is_taken_up_again_when_the_file_has_grown_within_the_same_second() throws IOException {
        write("a.LOG", "hello world", "2025-05-28T10:00:00Z");
        cut(5);
        write("a.LOG", "hello world and more", "2025-05-28T10:00:00Z");
        assertThat(landAndSayFrom()).containsExactly(5L);
    }

    @Test
    void a_stale_part_is_begun_anew() throws IOException {
        write("a.LOG", "hello world", "2025-05-28T10:00:00Z");
        cut(5);
        write("a.LOG", "HELLO WORLD", "2025-05-28T10:00:01Z");
        assertThat(landAndSayFrom()).containsExactly(0L);
        write("a.LOG", "hello world", "2025-05-28T10:00:02Z");
        cut(5);
        write("a.LOG", "HELLO", "2025-05-28T10:00:02Z");
        assertThat(landAndSayFrom()).containsExactly(0L);
    }

    @Test
    void bytes_of_a_part_that_were_perhaps_not_on_disk_are_fetched_again() throws IOException {
        write("a.LOG", "hello world", "2025-05-28T10:00:00Z");
        cut(5);
        Path part = landing.resolve(files().stream()
                .filter(file -> file.toString().endsWith(".part"))
                .findFirst()
                .orElseThrow());
        Files.write(part, new byte[3], StandardOpenOption.APPEND);
        assertThat(landAndSayFrom()).containsExactly(5L);
        cutAgainAndDamageTheNote();
    }

    private void cutAgainAndDamageTheNote() throws IOException {
        write("a.LOG", "hello again", "2025-05-28T10:00:00Z");
        cut(5);
        for (Path file : files()) {
            if (file.toString().endsWith(".note")) {
                Files.write(landing.resolve(file), new byte[40]);
            }
        }
        assertThat(landAndSayFrom()).containsExactly(0L);
    }

    private void cut(int bytes) {
        assertThatThrownBy(() -> area.land(Meddled.cutAfter(directory, bytes), "a.LOG", CLOCK))
                .hasMessage("the cable was cut");
    }

    private List<Long> landAndSayFrom() throws IOException {
        var watched = new Meddled(directory);
        LandedFile file = area.land(watched, "a.LOG", CLOCK);
        assertThat(landed(file.sha256())).isEqualTo(Files.readString(remote.resolve("a.LOG"), UTF_8));
        assertThat(files()).noneMatch(left -> left.startsWith("incoming"));
        return watched.offsets();
    }

    @Test
    void the_same_content_landed_by_many_at_once_is_there_once_and_whole() throws Exception {
        String content = "0123456789".repeat(100_000);
        write("a.LOG", content, "2025-05-28T10:00:00Z");
        int many = 8;
        var barrier = new CyclicBarrier(many);
        ExecutorService pool = Executors.newFixedThreadPool(many);
        try {
            var all = new ArrayList<Future<LandedFile>>();
            for (int i = 0; i < many; i++) {
                all.add(pool.submit(() -> {
                    barrier.await();
                    return new LandingArea(landing).land(directory, "a.LOG", CLOCK);
                }));
            }
            for (Future<LandedFile> one : all) {
                assertThat(landed(one.get().sha256())).isEqualTo(content);
            }
        } finally {
            pool.shutdown();
        }
        assertThat(files()).hasSize(1);
    }
}
