package tonghop.report.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import tonghop.domain.UnitLevel;
import tonghop.domain.form.Definitions;
import tonghop.domain.report.Report;
import tonghop.report.sheet.BrokenTemplateException.Problem;

/**
 * The documents that a province writes for every report: each {@code bao-cao*.docx} in {@code templates/reports/},
 * under its own name.
 */
public final class DocumentTemplates {

    private static final String FILES = "bao-cao*.docx";

    /** Each template as it was when it was checked, by file name. */
    private final Map<String, byte[]> templates;

    private DocumentTemplates(Map<String, byte[]> templates) {
        this.templates = templates;
    }

    /**
     * Reads and checks the templates in {@code folder}; without the folder, or any in it, no documents are written.
     *
     * @param definitions the catalogue, which says what placeholders there are
     * @param problems gets what is wrong with them, with the paragraph; nothing may be written then
     * @throws IOException if a file cannot be read from the disk
     */
    public static DocumentTemplates read(Path folder, Definitions definitions, List<Problem> problems)
            throws IOException {
        Map<String, byte[]> templates = new TreeMap<>();
        DocumentVocabulary vocabulary = new DocumentVocabulary(definitions);
        for (Path file : filesIn(folder)) {
            String name = file.getFileName().toString();
            byte[] template = Files.readAllBytes(file);
            check(template, folder.getFileName() + "/" + name, vocabulary, problems);
            templates.put(name, template);
        }
        return new DocumentTemplates(templates);
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        PathMatcher named = folder.getFileSystem().getPathMatcher("glob:" + FILES);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file) && named.matches(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static void check(byte[] template, String file, DocumentVocabulary vocabulary, List<Problem> problems) {
        try (WordFile word = WordFile.open(template)) {
            TemplateCheck check = new TemplateCheck(file, vocabulary, problems);
            word.texts().forEach(check::check);
        } catch (IOException e) {
            problems.add(new Problem(
                    file,
                    "không mở được; phải là tệp Word .docx còn nguyên vẹn",
                    "cannot be opened (%s)".formatted(e.getMessage())));
        }
    }

    /**
     * Writes the documents of {@code report} into {@code folder}. Of the country there are none: they are the reports
     * of a people's committee, which it does not have.
     */
    public void write(Report report, Path folder) throws IOException {
        if (report.top().unit().level() == UnitLevel.COUNTRY) {
            return;
        }
        for (Map.Entry<String, byte[]> template : templates.entrySet()) {
            try (WordFile word = WordFile.open(template.getValue());
                    OutputStream out = Files.newOutputStream(folder.resolve(template.getKey()))) {
                TemplateBody body = new TemplateBody(word.headings(), report);
                for (Element text : word.texts()) {
                    body.fill(text);
                }
                word.takeOut(body.silentNotes());
                word.write(report.period().to().atStartOfDay().toInstant(ZoneOffset.UTC), out);
            }
        }
    }
}
