package tonghop.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.report.document.DocumentTemplates;
import tonghop.report.overview.OverviewLayout;
import tonghop.report.sheet.BrokenTemplateException;
import tonghop.report.sheet.BrokenTemplateException.Problem;

/**
 * How the files of a report look, which the province decides.
 *
 * @param blanks the blank workbook of a form
 * @param overview the analyst's workbook
 * @param documents the documents that are written
 */
public record Layouts(Function<Form, Path> blanks, OverviewLayout overview, DocumentTemplates documents) {

    /**
     * Reads and checks the layouts in {@code folder}.
     *
     * @throws BrokenTemplateException if they have mistakes; all are named
     * @throws IOException if a file cannot be read from the disk
     */
    public static Layouts read(Path folder, Definitions definitions, Function<Form, Path> blanks) throws IOException {
        List<Problem> problems = new ArrayList<>();
        OverviewLayout overview = OverviewLayout.read(folder, problems);
        DocumentTemplates documents = DocumentTemplates.read(folder, definitions, problems);
        if (!problems.isEmpty()) {
            throw new BrokenTemplateException(problems);
        }
        return new Layouts(blanks, overview, documents);
    }
}
