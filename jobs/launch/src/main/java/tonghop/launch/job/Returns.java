package tonghop.launch.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tonghop.catalogue.Catalogue;
import tonghop.catalogue.FindingTexts;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.report.Report.LocatedFinding;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;
import tonghop.report.returned.CheckedFile;
import tonghop.report.returned.CopiedSheet;
import tonghop.report.returned.ReturnedCopies;
import tonghop.rollup.record.Seals;
import tonghop.rollup.report.ReportScope;
import tonghop.rollup.report.StoredFiles;
import tonghop.rollup.store.FileToReturn;
import tonghop.spreadsheet.Grid;
import tonghop.spreadsheet.Grids;
import tonghop.spreadsheet.UnreadableFileException;

/** Which files go back to their senders, and with which report. */
public record Returns(Settings settings, Catalogue catalogue, StoredFiles stored, ReportScope scope, Seals seals) {

    /** Those that stand beside the report of {@code unit}: about it or a unit below. */
    List<ReturnedCopies.Copy> within(Unit unit, Period period) {
        return copies(stored.toReturn(period, codesWithin(unit, period)));
    }

    private Set<String> codesWithin(Unit unit, Period period) {
        return catalogue.definitions().unitsOf(period).subtreeOf(unit.code()).stream()
                .map(Unit::code)
                .collect(Collectors.toSet());
    }

    /**
     * Those among {@code files} that belong to the report of no province, since their unit or period is unknown, or the
     * report of their period was closed before they came in.
     */
    public List<ReturnedCopies.Copy> outsideOfReports(List<FileToReturn> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        Map<String, Set<String>> reported = new TreeMap<>();
        for (Period period : scope.periods()) {
            UnitTree tree = catalogue.definitions().unitsOf(period);
            Set<String> units = new TreeSet<>();
            scope.provinces(period)
                    .forEach(province -> tree.subtreeOf(province.code()).forEach(unit -> units.add(unit.code())));
            reported.put(period.code(), units);
        }
        Set<String> tooLate = seals.all().stream()
                .flatMap(seal -> seals.arrivedAfter(seal).stream())
                .map(arrival -> arrival.period() + "\t" + arrival.file() + "\t" + arrival.sha256())
                .collect(Collectors.toSet());
        return copies(files.stream()
                .filter(file -> subjects(file)
                        .filter(subject ->
                                !tooLate.contains(subject.period() + "\t" + file.path() + "\t" + file.sha256()))
                        .noneMatch(subject -> reported.getOrDefault(subject.period(), Set.of())
                                .contains(subject.unit())))
                .toList());
    }

    /** A unit and a period that a file speaks of. */
    private record Subject(String unit, String period) {

        static Stream<Subject> of(@Nullable String unit, @Nullable String period) {
            return unit == null || period == null ? Stream.empty() : Stream.of(new Subject(unit, period));
        }
    }

    private static Stream<Subject> subjects(FileToReturn file) {
        return Stream.concat(
                file.sheets().stream().flatMap(sheet -> Subject.of(sheet.unit(), sheet.period())),
                file.findings().stream()
                        .flatMap(finding -> Subject.of(
                                finding.place().unit(), finding.place().period())));
    }

    private List<ReturnedCopies.Copy> copies(List<FileToReturn> files) {
        FindingTexts vietnamese = FindingTexts.vietnamese();
        FindingTexts english = FindingTexts.english();
        Spool spool = new Spool(settings.home().resolve("spool"));
        List<ReturnedCopies.Copy> copies = new ArrayList<>();
        for (FileToReturn file : files) {
            Path original = spool.pathOf(file.sha256());
            CheckedFile checked = new CheckedFile(
                    file.path(),
                    file.sha256(),
                    file.received(),
                    file.sheets(),
                    file.findings().stream()
                            .map(finding -> new LocatedFinding(finding, vietnamese.of(finding), english.of(finding)))
                            .toList(),
                    unitNames(file));
            copies.add(new ReturnedCopies.Copy(original, checked, () -> values(original)));
        }
        return copies;
    }

    private Map<String, String> unitNames(FileToReturn file) {
        Map<String, String> names = new TreeMap<>();
        file.sheets()
                .forEach(sheet -> catalogue.definitions().calendar().find(sheet.period()).stream()
                        .flatMap(period -> catalogue.definitions().unitsOf(period).find(sheet.unit()).stream())
                        .forEach(unit -> names.put(unit.code(), unit.name())));
        return names;
    }

    /** The cells of a file in another format than .xlsx; none if it cannot be read. */
    private static List<CopiedSheet> values(Path original) {
        try {
            return Grids.read(original).stream().map(Returns::sheet).toList();
        } catch (UnreadableFileException e) {
            if (e.code() == FindingCode.READ_AGAIN) {
                // A busy machine says nothing about the file: the copy has to wait, not to lose its values.
                throw new UncheckedIOException(new IOException(e.getMessage(), e));
            }
            return List.of();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(original.toString(), e);
        }
    }

    private static CopiedSheet sheet(Grid grid) {
        List<CopiedSheet.Cell> cells = new ArrayList<>();
        grid.rows()
                .forEach((row, line) -> line.forEach((column, cell) -> cells.add(new CopiedSheet.Cell(
                        row,
                        column,
                        cell.text(),
                        cell.number(),
                        cell.kind() == Grid.Kind.DATE
                                ? CopiedSheet.Shown.DATE
                                : cell.isPercent() ? CopiedSheet.Shown.PERCENT : CopiedSheet.Shown.PLAIN))));
        return new CopiedSheet(grid.sheet(), cells);
    }
}
