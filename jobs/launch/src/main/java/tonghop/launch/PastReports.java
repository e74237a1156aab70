package tonghop.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tonghop.catalogue.Catalogue;
import tonghop.catalogue.FindingTexts;
import tonghop.domain.Period;
import tonghop.domain.Unit;
import tonghop.report.Basis;
import tonghop.report.Layouts;
import tonghop.report.ReportFolder;
import tonghop.rollup.ReportScope;
import tonghop.rollup.Reports;
import tonghop.rollup.RollUp;

/** Writes reports as they would have been at a moment in the past, under today's catalogue and version. */
record PastReports(
        Catalogue catalogue,
        Layouts layouts,
        ReportScope scope,
        RollUp rollUp,
        Returns returns,
        Closings closings,
        JdbcTemplate template,
        TransactionTemplate transactions) {

    /** Where reports of a moment stand, beside those of today. */
    static Path folder(Path out, Instant asOf) {
        return out.resolve("as-of").resolve(asOf.toString().replace(":", ""));
    }

    /**
     * Writes the reports of {@code units} for {@code period}; nothing in the database changes.
     *
     * @param out where to: below it stands a folder for each unit and period
     * @return the folders written, relative to {@code out}
     */
    List<String> write(Period period, List<Unit> units, Path out, Instant asOf) throws IOException {
        try {
            List<String> written = transactions.execute(transaction -> {
                transaction.setRollbackOnly();
                rollUp.update(period, asOf);
                Reports reports = Reports.of(period, asOf, catalogue.definitions(), template);
                List<String> folders = new ArrayList<>();
                units.forEach(unit -> folders.add(write(reports, unit, period, out, asOf)));
                return folders;
            });
            return written == null ? List.of() : written;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private String write(Reports reports, Unit unit, Period period, Path out, Instant asOf) {
        FindingTexts vietnamese = FindingTexts.vietnamese();
        FindingTexts english = FindingTexts.english();
        Basis basis = new Basis(
                unit.code(), period.code(), Version.current(), catalogue.digest(), scope.digest(unit, period, asOf));
        try {
            new ReportFolder(out, basis)
                    .publish(
                            closings.since(reports.of(unit, vietnamese::of, english::of), asOf),
                            layouts,
                            returns.within(unit, period, asOf));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return unit.code() + "/" + period.code();
    }
}
