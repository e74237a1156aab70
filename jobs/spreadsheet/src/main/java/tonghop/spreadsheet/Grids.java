package tonghop.spreadsheet;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;
import tonghop.domain.Fact;
import tonghop.domain.FindingCode;

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
     * Reads all sheets, hidden ones included, in the workbook's order. A text file is one sheet with an empty name.
     *
     * @param copy a file that nobody else writes to
     * @throws UnreadableFileException if it is no spreadsheet ({@link FileKind#JSON} and {@link FileKind#ARCHIVE} are
     *     read elsewhere), damaged, locked or beyond the limits
     * @throws IOException if the file itself cannot be opened, which is no fault of the sender
     */
    public static List<Grid> read(Path copy) throws UnreadableFileException, IOException {
        Budget budget = new Budget();
        FileKind kind = FileKind.of(copy);
        try {
            List<GridBuilder> grids = sheets(copy, kind, budget);
            TextConversion.apply(grids);
            return grids.stream().map(GridBuilder::build).toList();
        } catch (PartStream.TooFar e) {
            long limit = Limits.UNPACKED_BYTES >> 20;
            throw new UnreadableFileException(
                    FindingCode.TOO_LARGE, Fact.SEEN.is("> " + limit + " MB"), Fact.LIMIT.is(limit + " MB"));
        } catch (ZipException | EOFException | CharacterCodingException e) {
            throw UnreadableFileException.damaged(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The parts of a file that was read which are damaged though no sheet needs them, by name; none in a file without
     * parts.
     *
     * @throws IOException if the file itself cannot be opened, which is no fault of the sender
     */
    public static List<String> damagedParts(Path copy) throws UnreadableFileException, IOException {
        FileKind kind = FileKind.of(copy);
        if (kind != FileKind.XLSX && kind != FileKind.ODS) {
            return List.of();
        }
        try (ZipParts parts = ZipParts.open(copy, new Budget())) {
            return parts.damaged();
        }
    }

    private static List<GridBuilder> sheets(Path copy, FileKind kind, Budget budget)
            throws UnreadableFileException, IOException {
        return switch (kind) {
            case XLSX -> xlsx(copy, budget);
            case XLS -> XlsReader.read(copy, budget);
            case ODS -> ods(copy, budget);
            case CSV -> List.of(CsvReader.read(copy, budget));
            case JSON -> throw FileKind.notASpreadsheet("JSON");
            case ARCHIVE -> throw FileKind.notASpreadsheet("ZIP");
        };
    }

    private static List<GridBuilder> xlsx(Path copy, Budget budget) throws UnreadableFileException, IOException {
        try (ZipParts parts = ZipParts.open(copy, budget)) {
            return XlsxWorkbook.read(copy, parts, budget);
        }
    }

    private static List<GridBuilder> ods(Path copy, Budget budget) throws UnreadableFileException, IOException {
        try (ZipParts parts = ZipParts.open(copy, budget)) {
            return OdsReader.read(parts, budget);
        }
    }
}
