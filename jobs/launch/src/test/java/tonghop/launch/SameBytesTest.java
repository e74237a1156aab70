package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Who runs the program where, when and on which machine does not show in what it writes. */
@Tag("thorough")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameBytesTest {

    private static final String HERE = "1 vi-VN Asia/Ho_Chi_Minh 2026-01-20T08:00:00+07:00";

    /** Digits of their own, letters whose capitals differ, a day that begins half a day later or earlier. */
    private static final List<String> ELSEWHERE = List.of(
            "4 ar-EG-u-nu-arab Pacific/Apia 2026-01-21T08:00:00+07:00",
            "1 tr-TR America/St_Johns 2031-02-03T04:05:06+07:00");

    private Path folder = Path.of("");

    private Map<String, byte[]> expected = Map.of();

    @BeforeAll
    void write_here(@TempDir Path temporary) throws Exception {
        folder = temporary;
        expected = start(Tonghop.JAVA_HOME, HERE).bytes();
        assertThat(expected).containsKeys("67/2023/tong-hop.xlsx", "67/2023/bao-cao.docx", "67/2023/index.html");
    }

    @Test
    void at_any_place_on_any_day_and_with_any_number_of_processors_the_bytes_are_the_same() throws Exception {
        List<Written> written = new ArrayList<>();
        for (String place : ELSEWHERE) {
            written.add(start(Tonghop.JAVA_HOME, place));
        }
        for (Written other : written) {
            Tonghop.assertSame(other.bytes(), expected);
        }
    }

    /** Archives may be compressed differently; so the files with their hashes differ too. */
    @Test
    void another_java_writes_the_same_parts() throws Exception {
        for (Path java : othersInstalled()) {
            Tonghop.assertSame(parts(start(java, ELSEWHERE.get(0)).bytes()), parts(expected));
        }
    }

    private record Written(Process process, Tonghop tonghop) {

        Map<String, byte[]> bytes() throws IOException, InterruptedException {
            assertThat(process.waitFor()).isZero();
            return Tonghop.bytes(tonghop.out());
        }
    }

    private Written start(Path java, String place) throws Exception {
        String[] words = place.split(" ", -1);
        String[] language = words[1].split("-", -1);
        Tonghop tonghop = Tonghop.over(
                Tonghop.ROOT.resolve("input-samples/dak-nong"), Files.createTempDirectory(folder, "place"));
        List<String> options = List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:ActiveProcessorCount=" + words[0],
                "-Duser.language=" + language[0],
                "-Duser.country=" + language[1],
                "-Duser.extensions=" + String.join("-", Arrays.copyOfRange(language, 2, language.length)),
                "-Duser.timezone=" + words[2]);
        return new Written(tonghop.startProcess(java, options, "--now", words[3]), tonghop);
    }

    private static List<Path> othersInstalled() throws IOException {
        Path all = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        String own = Tonghop.JAVA_HOME.toRealPath().toString();
        List<Path> others = new ArrayList<>();
        try (Stream<Path> folders = Files.list(all)) {
            for (Path home : folders.sorted().toList()) {
                Path java = home.resolve("bin/java");
                boolean isOwn = !Files.isExecutable(java)
                        || java.toRealPath().startsWith(own)
                        || !Files.exists(home.resolve("release"));
                if (!isOwn) {
                    others.add(home);
                }
            }
        }
        return others;
    }

    /** Every file, of an archive every part; without those that hold hashes. */
    private static Map<String, byte[]> parts(Map<String, byte[]> files) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            boolean isArchive = new String(file.getValue(), 0, 2, StandardCharsets.ISO_8859_1).equals("PK");
            if (isArchive) {
                try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(file.getValue()))) {
                    for (ZipEntry part = archive.getNextEntry(); part != null; part = archive.getNextEntry()) {
                        parts.put(file.getKey() + "!" + part.getName(), archive.readAllBytes());
                    }
                }
            } else if (!file.getKey().matches(".*/(manifest|datapackage|run)\\.json")) {
                parts.put(file.getKey(), file.getValue());
            }
        }
        return parts;
    }
}
