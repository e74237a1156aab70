package tonghop.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tonghop.domain.form.Form;
import tonghop.domain.report.Report;
import tonghop.report.blank.FormWorkbook;
import tonghop.report.data.CsvFiles;
import tonghop.report.data.ReportJson;
import tonghop.report.overview.OverviewWorkbook;
import tonghop.report.page.ReportPage;

/** Writes every file of a report into one folder. */
final class ReportFiles {

    private ReportFiles() {}

    /**
     * Writes them.
     *
     * @param version of Tonghop
     * @param returned the path of a file's returned copy inside {@code folder}, by its path in the inbox
     */
    static void write(Report report, String version, Path folder, Layouts layouts, Map<String, String> returned)
            throws IOException {
        ReportJson.write(report, folder.resolve(ReportFolder.REPORT));
        CsvFiles.writeObservations(report, folder.resolve(ReportFolder.OBSERVATIONS));
        CsvFiles.writeFindings(report, folder.resolve(ReportFolder.FINDINGS));
        List<FormWorkbook.Sheet> sheets = report.tables().stream()
                .map(filled -> sheet(report, filled, layouts.blanks()))
                .toList();
        try (OutputStream out = Files.newOutputStream(folder.resolve(ReportFolder.OVERVIEW))) {
            OverviewWorkbook.write(report, layouts.overview(), sheets, returned, created(report), out);
        }
        layouts.documents().write(report, folder);
        Path forms = Files.createDirectories(folder.resolve("bieu"));
        for (FormWorkbook.Sheet sheet : sheets) {
            Path file = forms.resolve(sheet.form().fileName() + ".xlsx");
            try (OutputStream out = Files.newOutputStream(file)) {
                FormWorkbook.write(out, List.of(sheet), created(report));
            }
        }
        DataPackage.write(report, version, folder);
        ReportPage.write(report, folder);
    }

    private static FormWorkbook.Sheet sheet(Report report, Report.FilledForm filled, Function<Form, Path> blanks) {
        return new FormWorkbook.Sheet(
                        blanks.apply(filled.form()), filled.form(), FormWorkbook.Heading.of(report), filled.lines())
                .withBlanks(filled.blankTotals(), filled.leftBlank());
    }

    /** When a file says that it was made: the period's last day, so that a rerun writes the same bytes. */
    static Instant created(Report report) {
        return report.period().to().atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
