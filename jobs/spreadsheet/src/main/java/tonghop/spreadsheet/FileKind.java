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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.FindingCode;

/** What a file is by its content, whatever its name says. */
public enum FileKind {
    /** .xlsx or .xlsm. */
    XLSX,
    /** An .xlsx that is encrypted, if only with the password that every spreadsheet program knows. */
    ENCRYPTED,
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
        if (names.stream().anyMatch(name -> name.endsWith(".iwa") || name.equals("index/tables.zip"))) {
            throw ofOtherProgram("numbers");
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
        try (POIFSFileSystem compound = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = compound.getRoot();
            Set<String> names = root.getEntryNames();
            if (names.contains("EncryptedPackage")) {
                return ENCRYPTED;
            }
            Optional<String> workbook = workbookStream(names);
            if (workbook.isEmpty()) {
                throw notASpreadsheet(names.contains("WordDocument") ? "Word" : "OLE2");
            }
            try (InputStream records = root.createDocumentInputStream(workbook.get())) {
                if (!isBiff8(records.readNBytes(6))) {
                    throw new UnreadableFileException(FindingCode.OLD_WORKBOOK);
                }
            }
            return XLS;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // POI tells of damaged files by many unchecked exceptions; none of them is a fault of ours.
            throw UnreadableFileException.damaged("OLE2");
        }
    }

    /** The stream with the records, however it is spelled; a file for old programs too holds an older one beside it. */
    static Optional<String> workbookStream(Set<String> names) {
        return Stream.of("Workbook", "Book")
                .flatMap(wanted -> names.stream().filter(wanted::equalsIgnoreCase))
                .findFirst();
    }

    /** Whether a stream begins with a record that says Excel 97 or later. */
    private static boolean isBiff8(byte[] start) {
        return start.length == 6 && start[0] == 9 && start[1] == 8 && start[4] == 0 && start[5] == 6;
    }

    /** Excel 2 to 4 wrote their records without a compound file around them. */
    private static boolean isBareBiff(byte[] head) {
        boolean isStart = head.length > 4 && head[0] == 9 && head[2] >= 4 && head[2] <= 16 && head[3] == 0;
        return isStart && (head[1] == 0 || head[1] == 2 || head[1] == 4 || head[1] == 8);
    }

    private static FileKind ofText(byte[] head, String start) throws UnreadableFileException {
        if (start.startsWith("x\u009f>\"")) {
            throw ofOtherProgram("winmail");
        }
        boolean isUtf16 = start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff");
        if (!isUtf16 && isBinary(head)) {
            throw notASpreadsheet("binary");
        }
        String text = (start.startsWith("\u00ef\u00bb\u00bf") ? start.substring(3) : start).strip();
        if (text.isEmpty()) {
            throw notASpreadsheet(head.length + " byte");
        }
        String lower = text.substring(0, Math.min(text.length(), 2000)).toLowerCase(Locale.ROOT);
        if (lower.startsWith("[internetshortcut]")
                || lower.startsWith("[desktop entry]")
                || (lower.startsWith("{") && lower.contains("\"doc_id\""))
                || (lower.startsWith("<") && lower.contains("<plist") && lower.contains("<key>url</key>"))) {
            throw ofOtherProgram("link");
        }
        if (lower.startsWith("<")
                && lower.contains("urn:schemas-microsoft-com:office:spreadsheet")
                && !lower.contains("<html")) {
            throw ofOtherProgram("xml-2003");
        }
        if (lower.startsWith("<") && lower.contains("vnd.oasis.opendocument.spreadsheet")) {
            throw ofOtherProgram("flat-open-document");
        }
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

    /** What holds a table, or leads to one, in a way that only the program it was made with can open. */
    private static UnreadableFileException ofOtherProgram(String program) {
        return new UnreadableFileException(FindingCode.OTHER_PROGRAM, Fact.PROGRAM.is(program));
    }

    static UnreadableFileException notASpreadsheet(String what) {
        return new UnreadableFileException(FindingCode.NOT_A_SPREADSHEET, Fact.KIND.is(what));
    }
}
