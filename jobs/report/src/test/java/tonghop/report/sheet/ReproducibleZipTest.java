package tonghop.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class ReproducibleZipTest {

    private static final Instant CREATED = Instant.parse("2023-12-14T00:00:00Z");

    @Test
    void writes_the_same_bytes_whatever_the_time_zone_and_locale() throws IOException {
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            List<byte[]> written = new ArrayList<>();
            for (String place : List.of("UTC ar-EG", "Asia/Ho_Chi_Minh vi-VN", "America/St_Johns tr-TR")) {
                TimeZone.setDefault(TimeZone.getTimeZone(place.substring(0, place.indexOf(' '))));
                Locale.setDefault(Locale.forLanguageTag(place.substring(place.indexOf(' ') + 1)));
                written.add(workbook());
            }
            assertThat(written).allSatisfy(bytes -> assertThat(bytes).isEqualTo(written.get(0)));
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void keeps_no_trace_of_the_hour_of_writing() throws IOException {
        assertThat(entries(workbook()))
                .extracting(entry -> entry.getTimeLocal().toString())
                .containsOnly("1980-02-01T00:00");
        assertThat(part(workbook(), "docProps/core.xml"))
                .contains("2023-12-14T00:00:00Z</dcterms:created>", "2023-12-14T00:00:00Z</dcterms:modified>")
                .contains("<dc:creator>Tonghop</dc:creator>");
    }

    @Test
    void names_the_usual_style_of_a_workbook() throws IOException {
        assertThat(part(workbook(), "xl/styles.xml"))
                .contains(
                        "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>");
    }

    @Test
    void puts_the_parts_in_the_order_of_their_names() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(zip)) {
            for (String name : List.of("xl/b.xml", "[Content_Types].xml", "xl/a.xml")) {
                archive.putNextEntry(new ZipEntry(name));
                archive.write(name.getBytes(StandardCharsets.UTF_8));
                archive.closeEntry();
            }
        }
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        ReproducibleZip.write(zip::writeTo, copy);
        assertThat(entries(copy.toByteArray()))
                .extracting(ZipEntry::getName)
                .containsExactly("[Content_Types].xml", "xl/a.xml", "xl/b.xml");
        assertThat(part(copy.toByteArray(), "xl/a.xml")).isEqualTo("xl/a.xml");
    }

    private static byte[] workbook() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("Biểu").createRow(0).createCell(0).setCellValue(1234.5);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ReproducibleZip.write(workbook, CREATED, out);
            return out.toByteArray();
        }
    }

    private static List<ZipEntry> entries(byte[] zip) throws IOException {
        List<ZipEntry> entries = new ArrayList<>();
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static String part(byte[] zip, String name) throws IOException {
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(archive.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }
}
