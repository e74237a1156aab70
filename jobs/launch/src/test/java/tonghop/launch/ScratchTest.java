package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tonghop.launch.postgres.Programs;

class ScratchTest {

    private static final Path SAMPLE = Tonghop.ROOT.resolve("input-samples/thang-binh/2015-2020/513.xlsx");

    @TempDir
    private Path folder;

    @Test
    void is_below_the_home_and_goes_with_its_command() throws IOException {
        try (Scratch scratch = Scratch.in(folder)) {
            assertThat(scratch.folder()).startsWith(folder.resolve("tmp"));
            assertThat(Files.getPosixFilePermissions(scratch.folder())).hasSize(3);
            Files.createDirectories(scratch.folder().resolve("poi/sheet"));
        }
        assertThat(names(folder.resolve("tmp"))).isEmpty();
    }

    @Test
    void is_swept_by_the_next_command_if_its_own_was_killed_and_left_alone_if_that_lives() throws Exception {
        Process alive = HoldUntilInputEnds.start("scratch", folder);
        Process killed = HoldUntilInputEnds.start("scratch", folder);
        killed.destroyForcibly().waitFor();
        assertThat(names(folder.resolve("tmp"))).hasSize(2);
        try (Scratch scratch = Scratch.in(folder)) {
            assertThat(names(folder.resolve("tmp")))
                    .hasSize(2)
                    .contains(scratch.folder().getFileName().toString());
        }
        assertThat(names(folder.resolve("tmp"))).hasSize(1);
        alive.getOutputStream().close();
        assertThat(alive.waitFor()).isZero();
        assertThat(names(folder.resolve("tmp"))).isEmpty();
    }

    @Test
    void is_a_private_folder_where_the_home_cannot_be_written() throws IOException {
        Path home = Files.createFile(folder.resolve("home"));
        Path used;
        try (Scratch scratch = Scratch.in(home)) {
            used = scratch.folder();
            assertThat(Files.getPosixFilePermissions(used)).hasSize(3);
        }
        assertThat(used).doesNotExist();
        assertThat(run(List.of(), home, "check", SAMPLE.toString())).isZero();
    }

    @Test
    void keeps_every_command_out_of_the_folder_that_users_share() throws Exception {
        Path shared = Files.createDirectory(folder.resolve("shared"));
        // Of another user, who came first.
        Files.createFile(shared.resolve("poifiles"));
        List<String> options = List.of("-Djava.io.tmpdir=" + shared);
        Tonghop tonghop = Tonghop.in(folder);
        tonghop.send("input-samples/thang-binh/2015-2020", "513.xlsx");
        assertThat(tonghop.runInProcessOfItsOwn(options.toArray(new String[0])))
                .as(Files.readString(folder.resolve("run.log")))
                .isZero();
        Path home = folder.resolve("home");
        assertThat(run(options, home, "check", SAMPLE.toString())).isZero();
        assertThat(names(shared)).containsExactly("poifiles");
        assertThat(names(home.resolve("tmp"))).isEmpty();
    }

    @Test
    void follows_no_link_that_somebody_planted_there() throws Exception {
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(shared.resolve("poifiles"), elsewhere);
        FileTime before = FileTime.fromMillis(0);
        Files.setLastModifiedTime(elsewhere, before);
        String out = folder.resolve("forms").toString();
        List<String> options = List.of("-Djava.io.tmpdir=" + shared);
        assertThat(run(options, folder.resolve("home"), "forms", "--form", "01/TCD", "--out", out))
                .isZero();
        assertThat(Files.getLastModifiedTime(elsewhere)).isEqualTo(before);
        assertThat(names(shared)).containsExactly("poifiles");
    }

    private int run(List<String> options, Path home, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(Tonghop.JAVA_HOME.resolve("bin/java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Application.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TONGHOP_HOME", home.toString());
        builder.environment().put("TONGHOP_ROOT", Tonghop.ROOT.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).doesNotContain("Exception");
        return Programs.exitCode(process);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
