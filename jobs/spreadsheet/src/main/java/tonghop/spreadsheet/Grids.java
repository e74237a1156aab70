package tonghop.spreadsheet;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.zip.ZipException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.FindingCode;

/**
 * Reads the sheets of a file as grids of values, whatever the format, which its content decides and not its name.
 *
 * <p>A formula counts with the value that the sender's program stored; where it stored none, it is computed if that can
 * be done, and an error cell otherwise. Legacy Vietnamese text comes out as Unicode.
 */
public final class Grids {

    /** The bytes of the largest file that is read; of a larger one no more than its size is looked at. */
    public static final long MOST_BYTES = Limits.FILE_BYTES;

    private Grids() {}

    /**
     * What a file holds.
     *
     * @param sheets all of them, hidden ones included, in the workbook's order
     * @param damagedParts the names of parts that are damaged though no sheet needs them
     */
    public record Contents(List<Grid> sheets, List<String> damagedParts) {

        public Contents {
            sheets = List.copyOf(sheets);
            damagedParts = List.copyOf(damagedParts);
        }
    }

    /** What reads one format. */
    @FunctionalInterface
    private interface Reader {
        List<GridBuilder> read(ZipParts parts) throws UnreadableFileException, IOException;
    }

    /**
     * Reads all sheets, hidden ones included, in the workbook's order. A text file is one sheet with an empty name.
     *
     * @param copy a file that nobody else writes to
     * @throws UnreadableFileException if it is no spreadsheet ({@link FileKind#JSON} and {@link FileKind#ARCHIVE} are
     *     read elsewhere), damaged, locked or beyond the limits
     * @throws IOException if the file itself cannot be opened, which is no fault of the sender
     */
    public static List<Grid> read(Path copy) throws UnreadableFileException, IOException {
        return contents(copy).sheets();
    }

    /** Reads a file in the same way, and looks at the parts of it that no sheet needs. */
    public static Contents contents(Path copy) throws UnreadableFileException, IOException {
        Budget budget = new Budget();
        FileKind kind = FileKind.of(copy);
        try {
            return switch (kind) {
                case XLSX -> zipped(copy, budget, parts -> XlsxWorkbook.read(copy, parts, budget));
                case ENCRYPTED -> decrypted(copy, budget);
                case XLS -> contents(XlsReader.read(copy, budget), List.of());
                case ODS -> zipped(copy, budget, parts -> OdsReader.read(parts, budget));
                case CSV -> contents(List.of(CsvReader.read(copy, budget)), List.of());
                case JSON -> throw FileKind.notASpreadsheet("JSON");
                case ARCHIVE -> throw FileKind.notASpreadsheet("ZIP");
            };
        } catch (PartStream.TooFar e) {
            long limit = Limits.UNPACKED_BYTES >> 20;
            throw new UnreadableFileException(
                    FindingCode.TOO_LARGE, Fact.SEEN.is("> " + limit + " MB"), Fact.LIMIT.is(limit + " MB"));
        } catch (ZipException | EOFException | CharacterCodingException e) {
            throw UnreadableFileException.damaged(String.valueOf(e.getMessage()));
        }
    }

    /** Excel encrypts a workbook whose structure alone is protected with a password that it knows by heart. */
    private static Contents decrypted(Path copy, Budget budget) throws UnreadableFileException, IOException {
        Path plain = Files.createTempFile("tonghop", ".xlsx");
        try {
            try (POIFSFileSystem compound = new POIFSFileSystem(copy.toFile(), true)) {
                Decryptor decryptor = Decryptor.getInstance(new EncryptionInfo(compound));
                if (!decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
                    throw new UnreadableFileException(FindingCode.PASSWORD_PROTECTED);
                }
                try (InputStream bytes = decryptor.getDataStream(compound)) {
                    Files.copy(bytes, plain, StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException | GeneralSecurityException | RuntimeException e) {
                // Ways to encrypt that POI does not know are no less a password to the sender.
                throw new UnreadableFileException(FindingCode.PASSWORD_PROTECTED);
            }
            if (FileKind.of(plain) != FileKind.XLSX) {
                throw new UnreadableFileException(FindingCode.PASSWORD_PROTECTED);
            }
            return zipped(plain, budget, parts -> XlsxWorkbook.read(plain, parts, budget));
        } finally {
            Files.deleteIfExists(plain);
        }
    }

    private static Contents zipped(Path copy, Budget budget, Reader reader)
            throws UnreadableFileException, IOException {
        try (ZipParts parts = ZipParts.open(copy, budget)) {
            return contents(reader.read(parts), parts.damaged());
        }
    }

    private static Contents contents(List<GridBuilder> sheets, List<String> damagedParts)
            throws UnreadableFileException {
        Recalculation.apply(sheets);
        TextConversion.apply(sheets);
        return new Contents(sheets.stream().map(GridBuilder::build).toList(), damagedParts);
    }
}
