package tonghop.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

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

    /**
     * Copies the zip archive {@code zip} in its reproducible form.
     *
     * @param out left open
     */
    public static void copy(InputStream zip, OutputStream out) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream archive = new ZipInputStream(zip)) {
            for (ZipEntry part = archive.getNextEntry(); part != null; part = archive.getNextEntry()) {
                parts.put(part.getName(), archive.readAllBytes());
            }
        }
        ZipOutputStream archive = new ZipOutputStream(out);
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            ZipEntry entry = new ZipEntry(part.getKey());
            entry.setTimeLocal(EVERY_PART);
            archive.putNextEntry(entry);
            archive.write(part.getValue());
            archive.closeEntry();
        }
        archive.finish();
    }

    /**
     * Writes {@code document} in its reproducible form.
     *
     * @param created what the document says of when it was made and last changed
     * @param out left open
     */
    public static void write(POIXMLDocument document, Instant created, OutputStream out) throws IOException {
        sign(document, created);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        document.write(zip);
        copy(new ByteArrayInputStream(zip.toByteArray()), out);
    }

    /** The same for a workbook whose rows are streamed; its rows are on disk until then. */
    public static void write(SXSSFWorkbook workbook, Instant created, OutputStream out) throws IOException {
        sign(workbook.getXSSFWorkbook(), created);
        // Java does not read the archives that POI streams with room for parts of more than 4 GB.
        workbook.setZip64Mode(Zip64Mode.Never);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        workbook.write(zip);
        copy(new ByteArrayInputStream(zip.toByteArray()), out);
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
