package tonghop.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Real files, damaged at random, always in the same ways: each ends in sheets or in a finding, within the limits, and
 * in nothing else.
 */
class FuzzTest {

    private static final Path SAMPLE = Path.of("../../input-samples/dak-nong/2023/660.xlsx");

    /** Pieces that mean something to a parser, for putting where they do not belong. */
    private static final List<String> TOKENS = List.of(
            "<c>",
            "</c>",
            "<row>",
            "</row>",
            "<v>",
            "</v>",
            "<c/>",
            "r=\"A1\"",
            "r=\"XFD1048576\"",
            "r=\"ZZZZ9999999\"",
            "r=\"\"",
            "s=\"99999999\"",
            "t=\"s\"",
            "t=\"d\"",
            "t=\"b\"",
            "t=\"?\"",
            "<f>A1</f>",
            "<f>A1+</f>",
            "<f t=\"shared\" si=\"0\"/>",
            "<is><t>x</t></is>",
            "&#0;",
            "&amp;",
            "&x;",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<!DOCTYPE x>",
            "<?x?>",
            "xmlns=\"\"",
            "1e400",
            "-1",
            "NaN",
            "99999999999999999999",
            "\u0000",
            "\ud800",
            "\"",
            "'",
            "<",
            ">",
            "ref=\"A1:B\"",
            "number-rows-repeated=\"2147483647\"",
            "../../x",
            ";",
            ",",
            "\n",
            "{",
            "[",
            "}");

    @TempDir
    private Path folder;

    /** How a file is damaged. */
    enum Damage {
        XLSX_BYTES,
        XLSX_PARTS,
        XLS_BYTES,
        ODS_PARTS,
        CSV_TEXT
    }

    int rounds() {
        return 50;
    }

    @ParameterizedTest
    @EnumSource
    void any_damage_ends_in_sheets_or_in_a_finding(Damage damage) throws Exception {
        byte[] whole = whole(damage);
        for (long seed = 0; seed < rounds(); seed++) {
            Random random = new Random(seed);
            byte[] bytes = damage.name().endsWith("PARTS") ? inParts(whole, random) : damaged(whole, random);
            long start = System.nanoTime();
            assertOutcome(damage, seed, bytes);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("%s %d", damage, seed)
                    .isLessThan(Limits.PROCESSOR_TIME);
        }
    }

    private void assertOutcome(Damage damage, long seed, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("a"), bytes);
        try {
            FileKind kind = FileKind.of(file);
            if (kind == FileKind.ARCHIVE) {
                Path out = Files.createDirectories(folder.resolve(damage + "-" + seed));
                assertThat(Archive.unpack(file, out))
                        .allMatch(member -> member.copy().startsWith(out));
            } else {
                assertThat(Grids.read(file)).allMatch(grid -> grid.rows().size() <= Limits.ROWS);
            }
        } catch (UnreadableFileException e) {
            assertThat(e.code()).isNotNull();
        } catch (RuntimeException | Error e) {
            throw new AssertionError(damage + " " + seed, e);
        }
    }

    private static byte[] whole(Damage damage) throws IOException {
        return switch (damage) {
            case XLSX_BYTES, XLSX_PARTS -> Files.readAllBytes(SAMPLE);
            case XLS_BYTES -> xls();
            case ODS_PARTS -> ods();
            case CSV_TEXT -> "Đơn vị;Tổng số\n\"A; \"\"B\"\"\";1.673\nC;98,55\n".getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] xls() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("TCD");
            for (int row = 0; row < 20; row++) {
                sheet.createRow(row).createCell(0).setCellValue("Đơn vị " + row);
                sheet.getRow(row).createCell(1).setCellValue(row * 1.5);
                sheet.getRow(row).createCell(2).setCellFormula("SUM(B1:B5)&\"x\"");
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] ods() throws IOException {
        String content = "<o:document-content xmlns:o='" + OdsReader.OFFICE + "' xmlns:table='" + OdsReader.TABLE
                + "' xmlns:text='" + OdsReader.TEXT + "'><o:body><o:spreadsheet><table:table table:name='S'>"
                + ("<table:table-row table:number-rows-repeated='2'><table:table-cell o:value-type='float' o:value='1.5'"
                                + " table:number-columns-repeated='3'><text:p>1,5<text:s/></text:p></table:table-cell></table:table-row>")
                        .repeat(20)
                + "</table:table></o:spreadsheet></o:body></o:document-content>";
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.US_ASCII));
        parts.put("content.xml", content.getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    /** Bits turned, pieces cut out, doubled, or replaced by tokens; or the end cut off. */
    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole;
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            int at = random.nextInt(bytes.length + 1);
            int to = Math.min(bytes.length, at + random.nextInt(random.nextBoolean() ? 8 : 200));
            switch (random.nextInt(6)) {
                case 0 -> bytes = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
                case 1 -> bytes = joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, at, bytes.length));
                case 2 -> bytes = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : bytes;
                case 3 -> {
                    byte[] token = TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
                    bytes = joined(
                            joined(Arrays.copyOf(bytes, at), token), Arrays.copyOfRange(bytes, at, bytes.length));
                }
                default -> {
                    bytes = bytes.clone();
                    for (int index = at; index < to; index += 1 + random.nextInt(20)) {
                        bytes[index] = (byte)
                                (random.nextInt(4) == 0 ? random.nextInt(256) : bytes[index] ^ 1 << random.nextInt(8));
                    }
                }
            }
        }
        return bytes;
    }

    /** Damages parts of a zip, and packs them without a fault again: nothing but our own reading then notices. */
    private static byte[] inParts(byte[] whole, Random random) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(whole))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        List<String> names = new ArrayList<>(parts.keySet());
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(12)) {
                case 0 -> parts.remove(name);
                case 1 -> parts.put(names.get(random.nextInt(names.size())), parts.getOrDefault(name, new byte[0]));
                default -> parts.computeIfPresent(name, (same, bytes) -> damaged(bytes, random));
            }
        }
        return zip(parts);
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
