package tonghop.report.sheet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellStyle;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellStyles;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTStylesheet;

/**
 * Writes office documents so that the same content is the same bytes, at whatever time, place and locale.
 *
 * <p>A document is a zip archive, which keeps the time at which each part was written. Here every part gets the same
 * time, and the parts stand in the order of their names. Another Java runtime may compress differently: then the parts
 * are the same, and the archives are not.
 */
public final class ReproducibleZip {

    /** From 1980 on, as the zip format wants it, but not its very first day, which Java stores with the time zone. */
    private static final LocalDateTime EVERY_PART = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final String CREATOR = "Tonghop";

    private ReproducibleZip() {}

    /** What can be written as an archive. */
    public interface Archive {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Writes the archive that {@code content} makes in its reproducible form; it is on the disk until then, for it may
     * be larger than memory.
     *
     * @param out left open
     */
    public static void write(Archive content, OutputStream out) throws IOException {
        Path archive = TemporaryFiles.newFile(".zip");
        try {
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(archive))) {
                content.write(file);
            }
            copy(archive, out);
        } finally {
            Files.delete(archive);
        }
    }

    private static void copy(Path archive, OutputStream out) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipOutputStream copy = new ZipOutputStream(out);
            for (ZipEntry part :
                    zip.stream().sorted(Comparator.comparing(ZipEntry::getName)).toList()) {
                ZipEntry entry = new ZipEntry(part.getName());
                entry.setTimeLocal(EVERY_PART);
                copy.putNextEntry(entry);
                try (InputStream content = zip.getInputStream(part)) {
                    content.transferTo(copy);
                }
                copy.closeEntry();
            }
            copy.finish();
        }
    }

    /**
     * Writes {@code document} in its reproducible form.
     *
     * @param created what the document says of when it was made and last changed
     * @param out left open
     */
    public static void write(POIXMLDocument document, Instant created, OutputStream out) throws IOException {
        sign(document, created);
        if (document instanceof XSSFWorkbook workbook) {
            nameStyles(workbook);
        }
        write(document::write, out);
    }

    /** The same for a workbook whose rows are streamed. */
    public static void write(SXSSFWorkbook workbook, Instant created, OutputStream out) throws IOException {
        sign(workbook.getXSSFWorkbook(), created);
        nameStyles(workbook.getXSSFWorkbook());
        // Java does not read the archives that POI streams with room for parts of more than 4 GB.
        workbook.setZip64Mode(Zip64Mode.Never);
        write(workbook::write, out);
    }

    /** Programs that look for a workbook's usual style by its name miss it in what POI makes. */
    private static void nameStyles(XSSFWorkbook workbook) {
        CTStylesheet styles = workbook.getStylesSource().getCTStylesheet();
        if (!styles.isSetCellStyles()) {
            CTCellStyles named = styles.addNewCellStyles();
            named.setCount(1);
            CTCellStyle usual = named.addNewCellStyle();
            usual.setName("Normal");
            usual.setXfId(0);
            usual.setBuiltinId(0);
        }
    }

    private static void sign(POIXMLDocument document, Instant created) {
        CoreProperties properties = document.getProperties().getCoreProperties();
        Optional<Date> day = Optional.of(Date.from(created));
        properties.setCreator(CREATOR);
        properties.setLastModifiedByUser(CREATOR);
        properties.setCreated(day);
        properties.setModified(day);
    }
}
