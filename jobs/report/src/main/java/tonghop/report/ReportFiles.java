package tonghop.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import tonghop.domain.Form;
import tonghop.domain.Report;

/** Writes every file of a report into one folder. */
final class ReportFiles {

    private ReportFiles() {}

    static void write(Report report, Path folder, Layouts layouts) throws IOException {
        ReportJson.write(report, folder.resolve(ReportFolder.REPORT));
        CsvFiles.writeObservations(report, folder.resolve(ReportFolder.OBSERVATIONS));
        CsvFiles.writeFindings(report, folder.resolve("findings.csv"));
        try (OutputStream out = Files.newOutputStream(folder.resolve("tong-hop.xlsx"))) {
            OverviewWorkbook.write(report, created(report), out);
        }
        layouts.documents().write(report, folder);
        Path forms = Files.createDirectories(folder.resolve("bieu"));
        for (Report.FilledForm filled : report.tables()) {
            Path file = forms.resolve(filled.form().fileName() + ".xlsx");
            try (OutputStream out = Files.newOutputStream(file)) {
                FormWorkbook.write(out, List.of(sheet(report, filled, layouts.blanks())), created(report));
            }
        }
    }

    private static FormWorkbook.Sheet sheet(Report report, Report.FilledForm filled, Function<Form, Path> blanks) {
        return new FormWorkbook.Sheet(
                blanks.apply(filled.form()), filled.form(), FormWorkbook.Heading.of(report), filled.lines());
    }

    /** The date in a workbook's properties: the period's last day, so that a rerun writes the same bytes. */
    private static Instant created(Report report) {
        return report.period().to().atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
