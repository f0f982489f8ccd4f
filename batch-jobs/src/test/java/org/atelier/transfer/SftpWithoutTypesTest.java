package org.atelier.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.atelier.fixtures.sftp.LeftOut;
import org.atelier.fixtures.sftp.SftpTestServer;
import org.atelier.settings.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that do not say what is a file and what a directory, in no way: their trees are read like any other. */
class SftpWithoutTypesTest {

    @TempDir
    Path tree;

    @TempDir
    Path keys;

    private final List<SftpTestServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(SftpTestServer::close);
    }

    private RemoteDirectory without(Set<LeftOut> leftOut) throws Exception {
        SftpTestServer server =
                SftpTestServer.serving(tree).leavingOut(leftOut, name -> true).start();
        servers.add(server);
        return RemoteDirectories.connect(RemoteSource.parse(server.url())
                .withPassword(new Secret(server.password()))
                .withKnownHosts(server.writeKnownHosts(keys.resolve("known_hosts"))));
    }

    static Stream<Arguments> waysToLeaveTypesOut() {
        return Stream.of(
                        Set.of(LeftOut.TYPE_BITS),
                        Set.of(LeftOut.TYPE_BITS, LeftOut.LONG_NAME),
                        Set.of(LeftOut.PERMISSIONS),
                        Set.of(LeftOut.PERMISSIONS, LeftOut.TYPE_BITS, LeftOut.LONG_NAME))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("waysToLeaveTypesOut")
    void a_file_that_the_listing_calls_one_or_that_opens_is_a_file(Set<LeftOut> leftOut) throws Exception {
        Files.createDirectories(tree.resolve("DEM12 (PVC)/v1.2"));
        Files.write(tree.resolve("DEM12 (PVC)/a.LOG"), "text".getBytes(UTF_8));
        Files.createFile(tree.resolve("DEM12 (PVC)/empty"));
        try (RemoteDirectory directory = without(leftOut)) {
            assertThat(directory.list("")).extracting(RemoteEntry::kind).containsExactly(RemoteEntry.Kind.DIRECTORY);
            assertThat(directory.list("DEM12 (PVC)"))
                    .extracting(entry -> entry.name() + " " + entry.kind())
                    .containsExactlyInAnyOrder("a.LOG FILE", "empty FILE", "v1.2 DIRECTORY");
            assertThat(directory.facts("DEM12 (PVC)/a.LOG").size()).isEqualTo(4);
            try (var in = directory.open("DEM12 (PVC)/a.LOG", 1)) {
                assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("ext");
            }
            directory.rename("DEM12 (PVC)/a.LOG", "done/b.LOG");
            assertThat(tree.resolve("done/b.LOG")).hasContent("text");
            directory.delete("done/b.LOG");
            assertThat(tree.resolve("done/b.LOG")).doesNotExist();
        }
    }

    @ParameterizedTest
    @MethodSource("waysToLeaveTypesOut")
    void a_directory_or_nothing_is_no_file_even_so(Set<LeftOut> leftOut) throws Exception {
        Files.createDirectories(tree.resolve("a.LOG"));
        try (RemoteDirectory directory = without(leftOut)) {
            assertThatThrownBy(() -> directory.facts("a.LOG")).isInstanceOf(MissingFileException.class);
            assertThatThrownBy(() -> directory.open("a.LOG", 0)).isInstanceOf(MissingFileException.class);
            assertThatThrownBy(() -> directory.delete("a.LOG")).isInstanceOf(MissingFileException.class);
            assertThatThrownBy(() -> directory.rename("none.LOG", "b")).isInstanceOf(MissingFileException.class);
            assertThat(tree.resolve("a.LOG")).isDirectory();
        }
    }

    @Test
    void a_size_or_a_time_that_is_left_out_is_no_size_and_no_time_in_the_listing_and_a_cause_when_asked()
            throws Exception {
        Files.write(tree.resolve("a.LOG"), "text".getBytes(UTF_8));
        try (RemoteDirectory directory = without(Set.of(LeftOut.SIZE))) {
            assertThat(directory.list("")).singleElement().satisfies(entry -> {
                assertThat(entry.size()).isEqualTo(-1);
                assertThat(entry.modified()).isNotNull();
            });
            assertThatThrownBy(() -> directory.facts("a.LOG"))
                    .isInstanceOf(UnknownFactsException.class)
                    .hasMessageContainingAll("does not tell the size of a.LOG", "let the SFTP server");
        }
        try (RemoteDirectory directory = without(Set.of(LeftOut.TIMES))) {
            assertThat(directory.list("")).singleElement().satisfies(entry -> {
                assertThat(entry.size()).isEqualTo(4);
                assertThat(entry.modified()).isNull();
            });
            assertThatThrownBy(() -> directory.facts("a.LOG"))
                    .isInstanceOf(UnknownFactsException.class)
                    .hasMessageContaining("does not tell the modification time of a.LOG");
        }
    }

    @Test
    void what_needs_neither_size_nor_time_is_done_without_them() throws Exception {
        Files.write(tree.resolve("a.LOG"), "text".getBytes(UTF_8));
        try (RemoteDirectory directory = without(Set.of(LeftOut.SIZE, LeftOut.TIMES))) {
            try (var in = directory.open("a.LOG", 0)) {
                assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("text");
            }
            directory.rename("a.LOG", "b.LOG");
            directory.delete("b.LOG");
        }
        assertThat(tree).isEmptyDirectory();
    }
}
