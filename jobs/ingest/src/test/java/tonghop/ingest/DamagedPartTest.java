package tonghop.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks with a part that nobody needs to read their figures: a picture, or macros. */
class DamagedPartTest {

    private static final byte[] PICTURE = "nothing that any sheet needs".getBytes(StandardCharsets.US_ASCII);
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    /** Where a member's flags, method and checksum stand in its entry of the zip's directory. */
    private static final int FLAGS = 8;

    private static final int METHOD = 10;
    private static final int CHECKSUM = 16;

    @TempDir
    private Path folder;

    @Test
    void that_is_whole_is_no_matter() throws IOException {
        assertThat(read("662.xlsx", with("xl/media/image1.png", PICTURE)).findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"662.xlsx", "662.xlsm"})
    void that_ends_early_is_told_and_the_figures_are_read(String file) throws IOException {
        byte[] zip = with("xl/media/image1.png", PICTURE);
        // As deflated data this begins a block that never ends.
        Reading reading = read(file, changed(zip, "xl/media/image1.png", METHOD, DEFLATED));
        assertThat(reading.rows()).containsExactly("OFFICE 662 Văn phòng: 1=5 2=7");
        assertThat(reading.findings()).containsExactly("damaged-part -: xl/media/image1.png");
        assertThat(reading.file().findings().get(0).place())
                .hasToString("Place[unit=662, form=null, period=2023, file=%s, sheet=null, cell=null]".formatted(file));
    }

    @Test
    void with_another_checksum_is_told() throws IOException {
        byte[] zip = with("xl/vbaProject.bin", PICTURE);
        assertThat(read("662.xlsm", changed(zip, "xl/vbaProject.bin", CHECKSUM, 7))
                        .findings())
                .containsExactly("damaged-part -: xl/vbaProject.bin");
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 99})
    void in_a_compression_of_other_programs_makes_the_file_unreadable(int method) throws IOException {
        byte[] zip = with("xl/media/image1.png", PICTURE);
        assertThat(read("662.xlsx", changed(zip, "xl/media/image1.png", METHOD, method))
                        .findings())
                .containsExactly("unreadable-file -: zip");
    }

    @Test
    void that_is_encrypted_makes_the_file_unreadable() throws IOException {
        byte[] zip = with("xl/media/image1.png", PICTURE);
        assertThat(read("662.xlsx", changed(zip, "xl/media/image1.png", FLAGS, 1))
                        .findings())
                .containsExactly("unreadable-file -: zip");
    }

    /** A white picture of twenty megabytes is packed into twenty kilobytes, beyond what is read of any part. */
    @Test
    void that_unpacks_to_more_than_is_read_is_no_matter() throws IOException {
        Path file = folder.resolve("white.xlsx");
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(with()));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(part.getName()));
                in.transferTo(out);
            }
            out.putNextEntry(new ZipEntry("xl/media/image1.bmp"));
            out.write(new byte[20 << 20]);
        }
        assertThat(read("662.xlsx", Files.readAllBytes(file)).findings()).isEmpty();
    }

    @Test
    void many_of_them_are_told_as_one() throws IOException {
        byte[] zip = with("a.png", PICTURE, "b.png", PICTURE, "c.png", PICTURE, "d.png", PICTURE);
        for (String part : List.of("a.png", "b.png", "c.png", "d.png")) {
            changed(zip, part, CHECKSUM, 7);
        }
        assertThat(read("662.xlsx", zip).findings()).containsExactly("damaged-part -: a.png, b.png, c.png, …");
    }

    private Reading read(String name, byte[] zip) throws IOException {
        return Reading.ofFile(Files.write(folder.resolve(name), zip), name);
    }

    /** A workbook with parts that are stored as they are; names and contents in turn. */
    private byte[] with(Object... parts) throws IOException {
        Path plain = TextWorkbook.xlsx()
                .sheet("TCD", Reading.reception("1 | Văn phòng | 5 | 7 |"))
                .write(folder.resolve("plain.xlsx"));
        Path file = folder.resolve("with.xlsx");
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(plain)));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(part.getName()));
                in.transferTo(out);
            }
            for (int index = 0; index < parts.length; index += 2) {
                byte[] content = (byte[]) parts[index + 1];
                ZipEntry entry = new ZipEntry((String) parts[index]);
                CRC32 checksum = new CRC32();
                checksum.update(content);
                entry.setMethod(STORED);
                entry.setSize(content.length);
                entry.setCrc(checksum.getValue());
                out.putNextEntry(entry);
                out.write(content);
            }
        }
        return Files.readAllBytes(file);
    }

    /** Changes a byte of the entry that the zip's directory has of {@code part}. */
    private static byte[] changed(byte[] zip, String part, int offset, int value) {
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        int name = text.lastIndexOf(part);
        int entry = text.lastIndexOf("PK\u0001\u0002", name);
        zip[entry + offset] = (byte) value;
        return zip;
    }
}
