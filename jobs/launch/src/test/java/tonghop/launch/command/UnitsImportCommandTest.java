package tonghop.launch.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tonghop.catalogue.Catalogue;
import tonghop.launch.Application;
import tonghop.launch.Tonghop;
import tonghop.launch.console.Console;
import tonghop.launch.console.ExitCode;

class UnitsImportCommandTest {

    private static final Path TEMPLATES = Path.of("../../templates");
    private static final String LIST = "Tỉnh Thành Phố,Mã TP,Quận Huyện,Mã QH,Phường Xã,Mã PX,Cấp\n";
    private static final String TABLE = """
            Đơn vị hành chính từ ngày 01/7/2025,,,Đơn vị hành chính trước ngày 01/7/2025,,,,
            "Tỉnh, thành phố",Tên Xã mới,Mã Xã mới,Tên Xã cũ,Mã Xã cũ,Ghi chú,Quận/huyện,Tỉnh cũ
            """;

    /** Annex B: what became of Thành phố Sông Công. */
    private static final String SONG_CONG = TABLE + """
            TỈNH THÁI NGUYÊN  ,,,,,,,
            Tỉnh Thái Nguyên (19),Phường Bách Quang,05528,Phường Lương Sơn,05506,Nhập toàn bộ,Thành phố Sông Công (165),Tỉnh Thái Nguyên (19)
            Tỉnh Thái Nguyên (19),Phường Bá Xuyên,05533,Phường Châu Sơn,05509,Nhập toàn bộ,Thành phố Sông Công (165),Tỉnh Thái Nguyên (19)
            Tỉnh Thái Nguyên (19),Phường Bá Xuyên,05533,Phường Mỏ Chè,05512,Nhập toàn bộ,Thành phố Sông Công (165),Tỉnh Thái Nguyên (19)
            Tỉnh Thái Nguyên (19),Phường Sông Công,05518,Phường Cải Đan,05515,Nhập toàn bộ,Thành phố Sông Công (165),Tỉnh Thái Nguyên (19)
            Tỉnh Thái Nguyên (19),Phường Sông Công,05518,Phường Thắng Lợi,05518,Nhập toàn bộ,Thành phố Sông Công (165),Tỉnh Thái Nguyên (19)
            Tỉnh Thái Nguyên (19),Phường Sông Công,05518,Phường Phố Cò,05521,Nhập toàn bộ,Thành phố Sông Công (165),Tỉnh Thái Nguyên (19)
            Tỉnh Thái Nguyên (19),Phường Bách Quang,05528,Xã Tân Quang,05527,Nhập toàn bộ,Thành phố Sông Công (165),Tỉnh Thái Nguyên (19)
            Tỉnh Thái Nguyên (19),Phường Bách Quang,05528,Phường Bách Quang,05528,Nhập toàn bộ,Thành phố Sông Công (165),Tỉnh Thái Nguyên (19)
            Tỉnh Thái Nguyên (19),Xã Tân Cương,05503,Xã Bình Sơn,05530,Nhập toàn bộ,Thành phố Sông Công (165),Tỉnh Thái Nguyên (19)
            Tỉnh Thái Nguyên (19),Phường Bá Xuyên,05533,Xã Bá Xuyên,05533,Nhập toàn bộ,Thành phố Sông Công (165),Tỉnh Thái Nguyên (19)
            """;

    /** Annex B: what became of Huyện Thăng Bình. */
    private static final String THANG_BINH = TABLE
            + Stream.of(
                            "Xã Thăng Bình,20791,Thị trấn Hà Lam,20791",
                            "Xã Thăng An,20794,Xã Bình Dương,20794",
                            "Xã Thăng An,20794,Xã Bình Giang,20797",
                            "Xã Thăng Bình,20791,Xã Bình Nguyên,20800",
                            "Xã Thăng Bình,20791,Xã Bình Phục,20803",
                            "Xã Thăng An,20794,Xã Bình Triều,20806",
                            "Xã Thăng An,20794,Xã Bình Đào,20809",
                            "Xã Thăng An,20794,Xã Bình Minh,20812",
                            "Xã Đồng Dương,20818,Xã Bình Lãnh,20815",
                            "Xã Đồng Dương,20818,Xã Bình Trị,20818",
                            "Xã Đồng Dương,20818,Xã Bình Định,20821",
                            "Xã Thăng Bình,20791,Xã Bình Quý,20824",
                            "Xã Thăng Phú,20827,Xã Bình Phú,20827",
                            "Xã Thăng Điền,20848,Xã Bình Tú,20833",
                            "Xã Thăng Trường,20836,Xã Bình Sa,20836",
                            "Xã Thăng Trường,20836,Xã Bình Hải,20839",
                            "Xã Thăng Phú,20827,Xã Bình Quế,20842",
                            "Xã Thăng Điền,20848,Xã Bình An,20845",
                            "Xã Thăng Điền,20848,Xã Bình Trung,20848",
                            "Xã Thăng Trường,20836,Xã Bình Nam,20851")
                    .map(line -> "Thành phố Đà Nẵng (48)," + line
                            + ",Nhập toàn bộ,Huyện Thăng Bình (513),Tỉnh Quảng Nam (49)\n")
                    .collect(Collectors.joining());

    @TempDir
    private Path folder;

    private Path templates;

    @BeforeEach
    void copyTheCatalogue() throws IOException {
        templates = folder.resolve("templates");
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file : files.toList()) {
                Files.copy(file, templates.resolve(TEMPLATES.relativize(file).toString()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SONG_CONG, "thang-binh"})
    void changes_nothing_that_is_registered_already(String table) throws IOException {
        List<String> before = registry();
        String text = table.equals("thang-binh") ? THANG_BINH : table;
        assertThat(importing("--on", "2025-07-01", csv(text))).startsWith("0 ");
        assertThat(registry()).isEqualTo(before);
    }

    /** Without the communes that the table names the registry has to become again what it is. */
    @Test
    void finds_in_the_table_what_the_registry_lacks() throws IOException {
        List<String> whole = registry();
        keep(line -> !line.matches("055\\d\\d,.*") && !line.matches("165,.*"));
        assertThat(registry()).hasSizeLessThan(whole.size());
        importing("--on", "2025-07-01", csv(SONG_CONG));
        assertThat(registry()).containsExactlyInAnyOrderElementsOf(whole);
    }

    @Test
    void reads_tables_as_messy_as_the_official_one() throws IOException {
        List<String> whole = registry();
        keep(line -> !line.matches("055\\d\\d,.*") && !line.matches("165,.*"));
        String messy = Normalizer.normalize(SONG_CONG, Normalizer.Form.NFD)
                .replace(",05", ",5")
                .replaceAll("Tha\\p{M}nh pho\\p{M}+ So\\p{M}ng", "  Thành Phố Sông")
                .replaceFirst("Phường", "Phường".toUpperCase(Locale.ROOT))
                .replace(" (165)", "  ( 165 ) ");
        importing("--on", "2025-07-01", csv(messy));
        assertThat(registry()).containsExactlyInAnyOrderElementsOf(whole);
    }

    @Test
    void reads_the_old_workbooks_of_the_statistics_office() throws IOException {
        Path xls = folder.resolve("danh-sach.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(xls)) {
            HSSFSheet sheet = workbook.createSheet("Sheet1");
            fill(sheet.createRow(0), LIST.strip().split(",", -1));
            fill(
                    sheet.createRow(1),
                    "Tỉnh Thái Nguyên",
                    "19",
                    "Huyện Đồng Hỷ",
                    "169",
                    "Thị Trấn Trại Cau",
                    "",
                    "Thị trấn");
            sheet.getRow(1).createCell(5).setCellValue(5659);
            workbook.write(out);
        }
        importing("--as-of", "2025-01-04", xls);
        assertThat(registry()).contains("05659,Thị trấn Trại Cau,commune,169,,2025-06-30,");
    }

    @Test
    void reads_a_list_with_a_byte_order_mark_and_semicolons() throws IOException {
        String list =
                "\ufeff" + (LIST + "Tỉnh Đắk Nông,67,Huyện Đắk R\u2019Lấp,666,Xã Nhân Cơ,24751,Xã\n").replace(',', ';');
        assertThat(importing("--as-of", "2025-01-04", csv(list)))
                .endsWith("things to look at.")
                .doesNotContain("name");
        assertThat(registry()).contains("24751,Xã Nhân Cơ,commune,666,,2025-06-30,");
    }

    @Test
    void leaves_the_registry_alone_in_a_dry_run_and_prints_the_changes() throws IOException {
        List<String> before = registry();
        String table = TABLE
                + "Tỉnh Thái Nguyên (19),Xã Đồng Hỷ,05692,Thị trấn Trại Cau,05659,Nhập toàn bộ,Huyện Đồng Hỷ (169),Tỉnh Thái Nguyên (19)\n";
        StringWriter out = new StringWriter();
        run(out, "--on", "2025-07-01", "--dry-run", csv(table).toString());
        assertThat(registry()).isEqualTo(before);
        assertThat(out.toString().lines())
                .containsExactly(
                        "+05659,Thị trấn Trại Cau,commune,169,,2025-06-30,05692@2025-07-01:whole",
                        "+05692,Xã Đồng Hỷ,commune,19,2025-07-01,,");
    }

    @Test
    void writes_elsewhere_if_told_to() throws IOException {
        List<String> before = registry();
        Path other = folder.resolve("moi");
        importing(
                "--as-of",
                "2025-01-04",
                "--to",
                other,
                csv(LIST + "Tỉnh Đắk Nông,67,Huyện Tuy Đức,667,Xã Quảng Tân,24748,Xã\n"));
        assertThat(registry()).isEqualTo(before);
        assertThat(Files.readAllLines(other.resolve("units.csv")))
                .contains("24748,Xã Quảng Tân,commune,667,,2025-06-30,");
    }

    @Test
    void tells_line_by_line_what_does_not_fit() throws IOException {
        String said = importing("--on", "2025-07-01", csv(TABLE + """
                Thành phố Đà Nẵng (48),Xã Thăng Bình,20791,Thị trấn Hà Lâm,20791,Nhập toàn bộ,Huyện Thăng Bình (513),Tỉnh Quảng Nam (49)
                Thành phố Đà Nẵng (48),Xã Thăng An,20794,Xã Bình Dương,20794,Nhập toàn bộ,Huyện Thăng bình (513),Tỉnh Quảng Nam (49)
                Thành phố Đà Nẵng (48),Xã Thăng Phú,20827,Xã Bình Dương,20794,Nhâp một phần,Huyện Thăng Bình (513),Quảng Nam (49)
                Thành phố Đà Nẵng (48),Xã Lạ,20999,Xã Cũ Lạ,20998,Nhập một phần,Huyện Thăng Bình (513),Tỉnh Tiền Giang (82)
                Thành phố Đà Nẵng (48),Xã Thăng An,20794,Xã Bình Giang,20797,,Huyện Thăng Bình (513),Tỉnh Quảng Nam (49)
                Thành phố Đà Nẵng (48),Xã Không Mã,,Xã Bình Triều,20806,Nhập toàn bộ,Huyện Thăng Bình (513),Tỉnh Quảng Nam (49)
                """));
        assertThat(said)
                .contains("A3: Code 20791 is 'Thị trấn Hà Lâm' in the list and registered as 'Thị trấn Hà Lam'")
                .contains("A4: Code 513 is spelled in two ways: 'Huyện Thăng bình' and 'Huyện Thăng Bình'")
                .contains("A4: 20794 Xã Bình Dương went over as a whole and in part (20794, 20827)")
                .contains("A5: The name 'Quảng Nam' lacks the kind of unit")
                .contains("A6: The list puts 513 Huyện Thăng Bình below 82, the registry below 49")
                .contains("A6: Only a part of 20998 Xã Cũ Lạ went over, to 20999")
                .contains("F7: Whether '' means all or a part is unknown")
                .contains("A8: The mã / code of this line is missing or wrong: 'Xã Không Mã '");
        assertThat(Catalogue.read(templates).definitions().units()).isNotEmpty();
    }

    @Test
    void names_the_units_that_a_list_lacks_and_whose_successors_nobody_knows() throws IOException {
        keep(line -> !line.matches("05530,.*2025-06-30.*"));
        Files.writeString(
                templates.resolve("units/units.csv"), "05530,Xã Bình Sơn,commune,165,,,\n", StandardOpenOption.APPEND);
        String part = SONG_CONG.lines().filter(line -> !line.contains("05530")).collect(Collectors.joining("\n"));
        assertThat(importing("--on", "2025-07-01", csv(part))).contains("05530 Xã Bình Sơn ends without a successor");
        assertThat(registry()).contains("05530,Xã Bình Sơn,commune,165,,2025-06-30,");
        assertThat(importing("--as-of", "2023-01-01", csv(LIST + "Tỉnh Đắk Nông,67,Huyện Tuy Đức,667,,,\n")))
                .contains("660 Thành phố Gia Nghĩa is registered but not in the list");
    }

    @Test
    void tells_of_codes_that_had_ended() throws IOException {
        assertThat(importing("--as-of", "2025-07-02", csv(LIST + "Tỉnh Đắk Nông,67,,,Xã Quảng Tân,24748,Xã\n")))
                .contains("A2: Code 67 was 'Tỉnh Đắk Nông' and is 'Tỉnh Đắk Nông' now");
        assertThat(registry())
                .contains("67,Tỉnh Đắk Nông,province,VN,2025-07-01,,", "24748,Xã Quảng Tân,commune,67,2025-07-01,,");
    }

    @Test
    void asks_for_the_day_and_for_files_that_are_lists() throws IOException {
        StringWriter people = new StringWriter();
        assertThat(execute(people, csv(SONG_CONG).toString())).isEqualTo(ExitCode.USAGE.number());
        assertThat(execute(people, "--as-of", "2025-01-04", csv(SONG_CONG).toString()))
                .isEqualTo(ExitCode.USAGE.number());
        assertThat(execute(people, "--as-of", "2025-01-04", csv("a,b\n1,2\n").toString()))
                .isEqualTo(ExitCode.USAGE.number());
        assertThat(execute(people, "--as-of", "2025-01-04", "nowhere.csv")).isEqualTo(ExitCode.USAGE.number());
        assertThat(people.toString()).contains("--on", "nowhere.csv", "Mã TP");
    }

    private static void fill(HSSFRow row, String... texts) {
        for (int column = 0; column < texts.length; column++) {
            row.createCell(column).setCellValue(texts[column]);
        }
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("bang.csv"), text, StandardCharsets.UTF_8);
    }

    private List<String> registry() throws IOException {
        return Files.readAllLines(templates.resolve("units/units.csv"));
    }

    private void keep(Predicate<String> lines) throws IOException {
        Files.write(
                templates.resolve("units/units.csv"),
                registry().stream().filter(lines).toList());
    }

    /** What people are told. */
    private String importing(Object... arguments) {
        StringWriter out = new StringWriter();
        return run(out, Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
    }

    private String run(StringWriter out, String... arguments) {
        StringWriter people = new StringWriter();
        picocli.CommandLine line =
                new picocli.CommandLine(new UnitsCommand(new Console(new PrintWriter(people, true)), Map.of()));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(people, true));
        String[] all = Stream.concat(Stream.of("import", "--templates", templates.toString()), Stream.of(arguments))
                .toArray(String[]::new);
        assertThat(line.execute(all)).as(people.toString()).isEqualTo(ExitCode.DONE.number());
        return people.toString().strip();
    }

    private int execute(StringWriter people, String... arguments) {
        String[] all = Stream.concat(
                        Stream.of("units", "import", "--templates", templates.toString()), Stream.of(arguments))
                .toArray(String[]::new);
        return Application.execute(all, Tonghop.WITHOUT_DATABASE, new PrintWriter(people, true));
    }
}
