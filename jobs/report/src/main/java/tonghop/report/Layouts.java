package tonghop.report;

import java.nio.file.Path;
import java.util.function.Function;
import tonghop.domain.Form;
import tonghop.report.document.DocumentTemplates;

/**
 * How the files of a report look, which the province decides.
 *
 * @param blanks the blank workbook of a form
 * @param documents the documents that are written
 */
public record Layouts(Function<Form, Path> blanks, DocumentTemplates documents) {}
