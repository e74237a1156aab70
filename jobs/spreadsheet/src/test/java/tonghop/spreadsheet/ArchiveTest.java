package tonghop.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {

    private static final byte[] SHEET = "a;b\n1;2".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private static byte[] zip(Map<String, byte[]> members, Charset charset) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, charset)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        return out.toByteArray();
    }

    private List<Archive.Member> unpack(byte[] zip) throws IOException, UnreadableFileException {
        Path file = Files.write(folder.resolve("a.zip"), zip);
        return Archive.unpack(file, Files.createDirectories(folder.resolve("out")));
    }

    private List<String> names(byte[] zip) throws IOException, UnreadableFileException {
        return unpack(zip).stream().map(Archive.Member::name).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2023/660.csv, 2023/660.csv",
        "../../etc/660.csv, etc/660.csv",
        "/tmp/660.csv, tmp/660.csv",
        "C:\\so lieu\\660.csv, so lieu/660.csv",
        "a/./b/660.csv, a/b/660.csv",
        "'66\u00070\u202e.csv', 660.csv",
        "'tên:?*.csv', tên.csv"
    })
    void names_are_made_harmless(String stored, String name) throws Exception {
        List<Archive.Member> members = unpack(zip(Map.of(stored, SHEET), StandardCharsets.UTF_8));
        assertThat(members).extracting(Archive.Member::name).containsExactly(name);
        assertThat(members.get(0).copy()).hasParent(folder.resolve("out")).hasBinaryContent(SHEET);
    }

    @Test
    void long_names_are_cut_and_keep_their_ending_and_equal_ones_are_told_apart() throws Exception {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("ă".repeat(300) + ".csv", SHEET);
        members.put("660.csv", SHEET);
        members.put("./660.CSV", SHEET);
        assertThat(names(zip(members, StandardCharsets.UTF_8)))
                .containsExactly("ă".repeat(116) + ".csv", "660.csv", "660 (2).CSV");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "IBM437"})
    void names_are_read_in_old_and_new_encodings(String charset) throws Exception {
        assertThat(names(zip(Map.of("b\u00e1o c\u00e1o.csv", SHEET), Charset.forName(charset))))
                .containsExactly("báo cáo.csv");
    }

    @Test
    void decomposed_names_are_composed() throws Exception {
        String name = Normalizer.normalize("huyện Cư Jút.csv", Normalizer.Form.NFD);
        assertThat(names(zip(Map.of(name, SHEET), StandardCharsets.UTF_8))).containsExactly("huyện Cư Jút.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"README", "a/readme.md", "ghi chu.txt", ".an/660.csv", "~$660.xlsx", "__MACOSX/._660.csv"})
    void what_an_inbox_ignores_is_left_out(String name) throws Exception {
        assertThat(names(zip(Map.of(name, SHEET), StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void one_zip_inside_is_opened_and_a_workbook_is_not() throws Exception {
        byte[] inner = zip(Map.of("661.csv", SHEET), StandardCharsets.UTF_8);
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("xa.zip", inner);
        members.put("660.xlsx", Files.readAllBytes(Path.of("../../input-samples/dak-nong/2023/660.xlsx")));
        assertThat(names(zip(members, StandardCharsets.UTF_8))).containsExactly("xa.zip/661.csv", "660.xlsx");
        try (Stream<Path> left = Files.list(folder.resolve("out"))) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void a_zip_within_a_zip_within_a_zip_is_refused() throws Exception {
        byte[] inner = zip(Map.of("661.csv", SHEET), StandardCharsets.UTF_8);
        byte[] outer =
                zip(Map.of("b.zip", zip(Map.of("c.zip", inner), StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> unpack(outer)).hasMessage("archive-refused: b.zip/c.zip");
    }

    @Test
    void a_bomb_is_refused_before_it_fills_the_disk() throws Exception {
        byte[] bomb = zip(Map.of("0.csv", new byte[49 << 20]), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> unpack(bomb)).hasMessageStartingWith("archive-refused");
        assertThat(Files.size(folder.resolve("out/00001"))).isLessThan(30 << 20);
    }

    @Test
    void too_many_members_are_refused() throws Exception {
        Map<String, byte[]> members = new LinkedHashMap<>();
        for (int index = 0; index <= 2_000; index++) {
            members.put(index + ".csv", SHEET);
        }
        assertThatThrownBy(() -> unpack(zip(members, StandardCharsets.UTF_8)))
                .hasMessageStartingWith("archive-refused");
    }

    @Test
    void a_zip_that_was_cut_off_is_damaged() throws Exception {
        byte[] whole = zip(Map.of("660.csv", SHEET), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> unpack(java.util.Arrays.copyOf(whole, whole.length - 10)))
                .hasMessageStartingWith("unreadable-file");
    }
}
