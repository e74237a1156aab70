package tonghop.spreadsheet;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.FindingCode;

/** What a file is by its content, whatever its name says. */
public enum FileKind {
    /** .xlsx or .xlsm. */
    XLSX,
    /** A workbook of Excel 97 to 2003. */
    XLS,
    /** .ods. */
    ODS,
    /** Text with delimiters. */
    CSV,
    /** .json. */
    JSON,
    /** A zip with files in it. */
    ARCHIVE;

    private static final int HEAD = 4096;

    /** How files begin that are no spreadsheets, as Latin-1. */
    private static final Map<String, List<String>> OTHERS = Map.of(
            "PDF", List.of("%PDF"),
            "PNG", List.of("\u0089PNG"),
            "JPEG", List.of("\u00ff\u00d8\u00ff"),
            "GIF", List.of("GIF8"),
            "TIFF", List.of("II*\0", "MM\0*"),
            "RAR", List.of("Rar!"),
            "7-Zip", List.of("7z\u00bc\u00af"),
            "RTF", List.of("{\\rtf"),
            "GZip", List.of("\u001f\u008b"),
            "EXE", List.of("MZ\u0090"));

    /**
     * Looks at the first bytes, and of a zip or compound file at its directory.
     *
     * @throws UnreadableFileException if it is nothing that can be read; the finding says what it is instead
     * @throws IOException if the file itself cannot be opened, which is no fault of the sender
     */
    public static FileKind of(Path file) throws IOException, UnreadableFileException {
        Budget.checkBytes(Files.size(file), Limits.FILE_BYTES);
        byte[] head;
        try (InputStream bytes = Files.newInputStream(file)) {
            head = bytes.readNBytes(HEAD);
        }
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
            try (ZipParts zip = ZipParts.open(file, new Budget())) {
                return ofZip(zip);
            } catch (ZipException | EOFException e) {
                throw UnreadableFileException.damaged("zip");
            }
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return ofCompound(file);
        }
        if (isBareBiff(head)) {
            throw new UnreadableFileException(FindingCode.OLD_WORKBOOK);
        }
        for (Map.Entry<String, List<String>> other : OTHERS.entrySet()) {
            if (other.getValue().stream().anyMatch(start::startsWith)) {
                throw notASpreadsheet(other.getKey());
            }
        }
        return ofText(head, start);
    }

    private static FileKind ofZip(ZipParts zip) throws IOException, UnreadableFileException {
        Set<String> names = zip.names();
        if (names.contains("xl/workbook.bin")) {
            throw new UnreadableFileException(FindingCode.BINARY_WORKBOOK);
        }
        if (names.contains("mimetype") && names.contains("content.xml")) {
            return ofOpenDocument(zip);
        }
        if (names.contains("[content_types].xml") || names.contains("xl/workbook.xml")) {
            if (names.stream().anyMatch(name -> name.startsWith("word/"))) {
                throw notASpreadsheet("Word");
            }
            if (names.stream().anyMatch(name -> name.startsWith("ppt/"))) {
                throw notASpreadsheet("PowerPoint");
            }
            return XLSX;
        }
        if (names.contains("word/document.xml")) {
            throw notASpreadsheet("Word");
        }
        return ARCHIVE;
    }

    private static FileKind ofOpenDocument(ZipParts zip) throws IOException, UnreadableFileException {
        try (InputStream bytes = zip.bytes("mimetype")) {
            String type = new String(bytes.readNBytes(100), StandardCharsets.US_ASCII);
            if (!type.startsWith("application/vnd.oasis.opendocument.spreadsheet")) {
                throw notASpreadsheet("OpenDocument");
            }
            return ODS;
        }
    }

    private static FileKind ofCompound(Path file) throws UnreadableFileException {
        Set<String> names;
        try (POIFSFileSystem compound = new POIFSFileSystem(file.toFile(), true)) {
            names = compound.getRoot().getEntryNames();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // POI tells of damaged files by many unchecked exceptions; none of them is a fault of ours.
            throw UnreadableFileException.damaged("OLE2");
        }
        if (names.contains("EncryptedPackage")) {
            throw new UnreadableFileException(FindingCode.PASSWORD_PROTECTED);
        }
        if (names.stream().anyMatch(name -> name.equalsIgnoreCase("Workbook"))) {
            return XLS;
        }
        if (names.stream().anyMatch(name -> name.equalsIgnoreCase("Book"))) {
            throw new UnreadableFileException(FindingCode.OLD_WORKBOOK);
        }
        throw notASpreadsheet(names.contains("WordDocument") ? "Word" : "OLE2");
    }

    /** Excel 2 to 4 wrote their records without a compound file around them. */
    private static boolean isBareBiff(byte[] head) {
        boolean isStart = head.length > 4 && head[0] == 9 && head[2] >= 4 && head[2] <= 16 && head[3] == 0;
        return isStart && (head[1] == 0 || head[1] == 2 || head[1] == 4 || head[1] == 8);
    }

    private static FileKind ofText(byte[] head, String start) throws UnreadableFileException {
        boolean isUtf16 = start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff");
        if (!isUtf16 && isBinary(head)) {
            throw notASpreadsheet("binary");
        }
        String text = (start.startsWith("\u00ef\u00bb\u00bf") ? start.substring(3) : start).strip();
        if (text.isEmpty()) {
            throw notASpreadsheet(head.length + " byte");
        }
        String lower = text.substring(0, Math.min(text.length(), 1000)).toLowerCase(Locale.ROOT);
        if (lower.startsWith("<") || lower.startsWith("mime-version:")) {
            boolean isPage = lower.contains("<html") || lower.contains("<table") || lower.contains("<!doctype html");
            throw isPage || lower.startsWith("mime-version:")
                    ? new UnreadableFileException(FindingCode.WEB_PAGE)
                    : notASpreadsheet("XML");
        }
        return text.startsWith("[") || text.startsWith("{") ? JSON : CSV;
    }

    /** NUL and other control characters do not stand in text. */
    private static boolean isBinary(byte[] head) {
        long controls = 0;
        for (byte b : head) {
            if (b == 0) {
                return true;
            }
            controls += b > 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' ? 1 : 0;
        }
        return controls * 50 > head.length;
    }

    static UnreadableFileException notASpreadsheet(String what) {
        return new UnreadableFileException(FindingCode.NOT_A_SPREADSHEET, Fact.KIND.is(what));
    }
}
