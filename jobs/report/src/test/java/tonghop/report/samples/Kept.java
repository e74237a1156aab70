package tonghop.report.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Compares workbooks and documents that were just made with those that the repository keeps.
 *
 * <p>With {@code -Dgolden=write} the kept ones are renewed instead.
 */
final class Kept {

    private Kept() {}

    /** Fails unless both folders hold the same workbooks, part by part: runtimes differ in how they compress. */
    static void assertSame(Path made, Path kept) throws IOException {
        if ("write".equals(System.getProperty("golden"))) {
            renew(made, kept);
        }
        List<Path> workbooks = workbooksIn(made);
        assertThat(workbooksIn(kept)).isEqualTo(workbooks);
        for (Path workbook : workbooks) {
            assertSameParts(workbook, parts(made.resolve(workbook)), parts(kept.resolve(workbook)));
        }
    }

    private static void assertSameParts(Path workbook, Map<String, byte[]> made, Map<String, byte[]> kept) {
        assertThat(kept).as(workbook.toString()).containsOnlyKeys(made.keySet());
        made.forEach((name, part) -> assertThat(kept.get(name))
                .as("%s of %s; if the change is meant, renew with -Dgolden=write", name, workbook)
                .isEqualTo(part));
    }

    private static void renew(Path made, Path kept) throws IOException {
        for (Path old : workbooksIn(kept)) {
            Files.delete(kept.resolve(old));
        }
        for (Path workbook : workbooksIn(made)) {
            Path target = kept.resolve(workbook);
            Files.createDirectories(target.getParent());
            Files.copy(made.resolve(workbook), target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> workbooksIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(xlsx|docx)"))
                    .map(folder::relativize)
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, byte[]> parts(Path workbook) {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream archive = new ZipInputStream(Files.newInputStream(workbook))) {
            for (ZipEntry part = archive.getNextEntry(); part != null; part = archive.getNextEntry()) {
                parts.put(part.getName(), archive.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(workbook.toString(), e);
        }
        return parts;
    }
}
