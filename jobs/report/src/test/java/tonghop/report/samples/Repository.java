package tonghop.report.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tonghop.report.sheet.ReproducibleZip;

/** Where the repository's files are, seen from a test or a program run anywhere inside it. */
final class Repository {

    private static final String RESOURCES = "jobs/report/src/test/resources/tonghop/report/samples";

    private Repository() {}

    /** A folder of the repository. */
    static Path folder(String name) {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.isDirectory(here.resolve("jobs/report"))) {
            here = here.getParent();
        }
        if (here == null) {
            throw new IllegalStateException(
                    "not inside the repository: " + Path.of("").toAbsolutePath());
        }
        return here.resolve(name);
    }

    /** The text files in a folder of the makers' resources, by name. */
    static List<Path> resources(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder(RESOURCES).resolve(name))) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * A workbook as it is kept: the same bytes every time.
     *
     * @param made what the workbook says of when it was made
     */
    static byte[] bytes(XSSFWorkbook workbook, LocalDate made) throws IOException {
        CoreProperties properties = workbook.getProperties().getCoreProperties();
        Optional<Date> day = Optional.of(Date.from(made.atStartOfDay().toInstant(ZoneOffset.UTC)));
        properties.setCreator("Tonghop");
        properties.setLastModifiedByUser("Tonghop");
        properties.setCreated(day);
        properties.setModified(day);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        workbook.write(zip);
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        ReproducibleZip.write(zip::writeTo, kept);
        return kept.toByteArray();
    }
}
