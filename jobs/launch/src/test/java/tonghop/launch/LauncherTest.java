package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher over a program that is built, with a Java that only says what it was asked for. */
class LauncherTest {

    private static final String JAVA = """
            #!/bin/sh
            for argument in "$@"; do
                case $argument in
                    -XX:ArchiveClassesAtExit=*) archive=${argument#*=} ;;
                esac
            done
            if [ -z "${archive:-}" ]; then
                printf '%s\\n' "started $*" >>"$JAVA_HOME/log"
                exit 0
            fi
            printf 'rehearsed\\n' >>"$JAVA_HOME/log"
            . "$JAVA_HOME/rehearsal"
            """;

    private static final String MAKES_AN_ARCHIVE = "printf classes >\"$archive\"; exit 1";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path java;

    @SuppressWarnings("NullAway.Init")
    private Path app;

    @BeforeEach
    void buildNothing() throws IOException {
        java = folder.resolve("java");
        Files.createDirectories(java.resolve("bin"));
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"17.0.99\"\n");
        Path program = Files.writeString(java.resolve("bin/java"), JAVA);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Path launcher = Files.copy(Tonghop.ROOT.resolve("tonghop"), folder.resolve("tonghop"));
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        app = Files.createDirectories(folder.resolve("jobs/launch/target/app"));
        Files.createFile(folder.resolve("jobs/launch/target/tonghop.jar"));
        Files.createFile(app.resolve("tonghop.jar"));
        Files.createFile(app.resolve(".built"));
        rehearsal(MAKES_AN_ARCHIVE);
    }

    @Test
    void keeps_the_classes_of_a_rehearsal_that_came_to_its_end() throws Exception {
        start();
        start();
        assertThat(log()).filteredOn("rehearsed"::equals).hasSize(1);
        assertThat(log().get(1)).contains("-XX:SharedArchiveFile=" + archive());
        assertThat(archive()).content().isEqualTo("classes");
    }

    @Test
    void keeps_nothing_of_a_rehearsal_that_did_not_and_tries_again_after_a_day() throws Exception {
        rehearsal("printf half >\"$archive\"; exit 124");
        start();
        assertThat(archive()).doesNotExist();
        start();
        assertThat(log()).filteredOn("rehearsed"::equals).hasSize(1);
        assertThat(String.join(" ", log())).doesNotContain("SharedArchiveFile");

        rehearsal(MAKES_AN_ARCHIVE);
        try (Stream<Path> files = Files.list(app)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
            }
        }
        Files.setLastModifiedTime(app.resolve(".built"), FileTime.from(Instant.now()));
        start();
        assertThat(archive()).content().isEqualTo("classes");
        assertThat(names(app)).containsExactlyInAnyOrder(".built", "tonghop.jar", "classes-17.0.99.jsa");
    }

    @Test
    void makes_again_an_archive_that_is_empty() throws Exception {
        Files.createFile(archive());
        start();
        assertThat(archive()).content().isEqualTo("classes");
    }

    @Test
    void leaves_nothing_behind_but_the_archive() throws Exception {
        Path left = Files.createDirectories(folder.resolve("target/rehearsal"));
        Files.createFile(left.resolve("of-a-killed-one"));
        start();
        assertThat(names(folder.resolve("target"))).containsExactly("build.lock");
    }

    /**
     * As after a copy, whose times say nothing; a file stands in for a folder that may not be written, even by root.
     */
    @Test
    void runs_the_program_that_is_there_where_it_may_not_build_a_newer_one() throws Exception {
        Files.writeString(app.resolve("tonghop.jar"), "program");
        Files.createDirectories(folder.resolve("jobs/domain/src/main"));
        Files.setLastModifiedTime(
                Files.createFile(folder.resolve("pom.xml")),
                FileTime.from(Instant.now().plus(Duration.ofHours(1))));
        Files.createFile(folder.resolve("target"));
        start();
        assertThat(log()).singleElement().asString().contains("status");
    }

    private void rehearsal(String what) throws IOException {
        Files.writeString(java.resolve("rehearsal"), what + "\n");
    }

    private Path archive() {
        return app.resolve("classes-17.0.99.jsa");
    }

    private void start() throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(folder.resolve("tonghop").toString(), "status").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", java.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private List<String> log() throws IOException {
        return Files.readAllLines(java.resolve("log"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
