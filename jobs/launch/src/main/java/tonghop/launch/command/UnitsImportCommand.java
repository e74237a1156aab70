package tonghop.launch.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tonghop.catalogue.FindingTexts;
import tonghop.catalogue.UnitsFile;
import tonghop.catalogue.UnitsImport;
import tonghop.domain.finding.Finding;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitListing;
import tonghop.ingest.draft.UnitListReader;
import tonghop.launch.console.ExitCode;
import tonghop.launch.console.UsageException;
import tonghop.spreadsheet.UnreadableFileException;
import tonghop.spreadsheet.text.VietnameseText;

/** Adds the statistics office's lists of units, and its table of what became of whom, to the registry. */
@Command(
        name = "import",
        description = {
            "Nhập danh mục đơn vị hành chính và bảng chuyển đổi cũ - mới (.xls, .xlsx, .ods, .csv) vào units.csv.",
            "Adds lists of units and old-to-new conversion tables to units.csv, and reports what does not fit."
        },
        mixinStandardHelpOptions = true)
final class UnitsImportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private UnitsCommand units;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Danh mục hoặc bảng chuyển đổi / a list of units or a conversion table")
    private List<Path> files = List.of();

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description =
                    "Ngày các đơn vị trong tệp bắt đầu / the day from which the units are there, such as 2025-07-01")
    private @Nullable LocalDate on;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "Ngày mà danh mục đúng / a day on which the list holds, such as 2025-01-04")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "Thư mục ghi units.csv mới / where the new units.csv is written (default: the catalogue's)")
    private @Nullable Path to;

    @Option(names = "--dry-run", description = "Chỉ in những dòng sẽ thay đổi / print the lines that would change")
    private boolean isDryRun;

    @Mixin
    private final CatalogueOption catalogue = new CatalogueOption();

    @Override
    public Integer call() throws IOException {
        if ((on == null) == (asOf == null)) {
            throw new UsageException(
                    "Cần đúng một trong hai: --on (ngày bắt đầu) hoặc --as-of (ngày danh mục đúng).",
                    "Either --on (the day from which) or --as-of (a day on which) is needed.");
        }
        List<Unit> before = catalogue.read(units.environment()).definitions().units();
        UnitsImport merged = new UnitsImport(before, VietnameseText::key);
        List<Finding> findings = new ArrayList<>();
        for (Path file : files) {
            UnitListing listing = read(file);
            findings.addAll(listing.findings());
            add(listing, merged, file);
        }
        findings.addAll(merged.findings());
        tell(findings);
        PrintWriter machine = spec.commandLine().getOut();
        if (isDryRun) {
            printChanges(before, merged.units(), machine);
        } else {
            Path folder = to == null ? catalogue.folder(units.environment()).resolve(UnitsFile.FOLDER) : to;
            Files.createDirectories(folder);
            machine.println(UnitsFile.write(folder, merged.units()));
        }
        machine.flush();
        return ExitCode.DONE.number();
    }

    private void add(UnitListing listing, UnitsImport merged, Path file) {
        if (on == null && !listing.successions().isEmpty()) {
            throw new UsageException(
                    "%s là bảng chuyển đổi: cần --on, ngày bắt đầu của các đơn vị mới.".formatted(file),
                    "%s is a conversion table: it needs --on, the day from which the new units are there."
                            .formatted(file));
        }
        if (on != null) {
            merged.addSuccessions(on, listing.successions());
            merged.addBeginning(on, listing.units());
        } else if (asOf != null) {
            merged.addValidOn(asOf, listing.units());
        }
    }

    private static UnitListing read(Path file) throws IOException {
        try {
            return UnitListReader.read(file)
                    .orElseThrow(() -> new UsageException(
                            "%s không có các cột của danh mục (Tỉnh Thành Phố, Mã TP, …) hay của bảng chuyển đổi."
                                    .formatted(file),
                            "%s has the columns neither of a list (Tỉnh Thành Phố, Mã TP, …) nor of a conversion table."
                                    .formatted(file)));
        } catch (UnreadableFileException e) {
            throw new UsageException(
                    "%s không đọc được: %s".formatted(file, e.getMessage()),
                    "%s cannot be read: %s".formatted(file, e.getMessage()));
        } catch (NoSuchFileException e) {
            throw new UsageException("Không có tệp %s.".formatted(file), "There is no file %s.".formatted(file));
        }
    }

    private void tell(List<Finding> findings) {
        FindingTexts vietnamese = FindingTexts.vietnamese();
        FindingTexts english = FindingTexts.english();
        for (Finding finding : findings) {
            String where =
                    "%s %s: ".formatted(finding.place().file(), finding.place().cell());
            units.console().say(where + vietnamese.of(finding), where + english.of(finding));
        }
        units.console()
                .say(
                        "%d điều cần xem lại.".formatted(findings.size()),
                        "%d things to look at.".formatted(findings.size()));
    }

    private static void printChanges(List<Unit> before, List<Unit> after, PrintWriter machine) {
        List<String> old = UnitsFile.lines(before);
        List<String> now = UnitsFile.lines(after);
        Set<String> lost = new HashSet<>(old);
        now.forEach(lost::remove);
        Set<String> added = new HashSet<>(now);
        old.forEach(added::remove);
        old.stream().filter(lost::contains).forEach(line -> machine.println("-" + line));
        now.stream().filter(added::contains).forEach(line -> machine.println("+" + line));
    }
}
