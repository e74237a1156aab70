package tonghop.launch.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tonghop.catalogue.Catalogue;
import tonghop.domain.Sha256;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.SubmissionState;
import tonghop.domain.report.Report.SentSheet;
import tonghop.ingest.FileReader;
import tonghop.ingest.table.Blanks;
import tonghop.launch.console.Console;
import tonghop.launch.console.ExitCode;
import tonghop.launch.console.FindingLines;
import tonghop.launch.console.UsageException;
import tonghop.launch.job.Arrivals;
import tonghop.launch.job.Judged;
import tonghop.launch.job.OneNight;
import tonghop.launch.job.RunState;
import tonghop.launch.job.Spool;
import tonghop.report.RunFile;
import tonghop.report.sheet.TemporaryFiles;
import tonghop.validate.Rules;

/** What a unit runs on its own machine before it sends a file: the checks of the nightly run, without a database. */
@Command(
        name = "check",
        description = {
            "Kiểm tra tệp trước khi gửi; không cần cơ sở dữ liệu, không lưu gì.",
            "Checks files before they are sent; needs no database and stores nothing."
        })
public final class CheckCommand implements Callable<Integer> {

    /** More of one file are not read by people; machines get them all. */
    private static final int MOST_TOLD = 50;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Tệp cần kiểm tra / the files to check")
    private List<Path> files = List.of();

    @Option(
            names = "--json",
            description = "Kết quả cho máy đọc, ra stdout / the result for machines, on standard output")
    private boolean isJson;

    @Mixin
    private final JUnitOption junit = new JUnitOption();

    @Mixin
    private final ClockOption clock = new ClockOption();

    @Mixin
    private final CatalogueOption catalogue = new CatalogueOption();

    private final Console console;
    private final Map<String, String> environment;

    public CheckCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        junit.check();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new UsageException("Không có tệp %s.".formatted(file), "There is no file %s.".formatted(file));
            }
        }
        Catalogue known = catalogue.read(environment);
        FileReader reader = new FileReader(known.definitions(), Blanks.of(known::blank));
        Rules rules = new Rules(known.definitions());
        LocalDate today = ClockOption.today(clock.clock());
        List<Judged> all = new ArrayList<>();
        List<RunFile.FileLine> lines = new ArrayList<>();
        boolean mustBeMended = false;
        Path copies = TemporaryFiles.newFolder();
        try {
            Spool spool = new Spool(copies);
            for (Path file : files) {
                String name = Normalizer.normalize(file.toString().replace('\\', '/'), Normalizer.Form.NFC);
                Spool.Copy itself = new Spool.Copy(Sha256.of(file), file);
                for (RunState.Taken taken : Arrivals.in(name, itself, spool)) {
                    all.add(Judged.of(taken, reader, rules).on(today));
                }
            }
            for (Judged judged : OneNight.of(all)) {
                SubmissionState state = SubmissionState.of(judged.file(), judged.findings());
                mustBeMended |= state.needsMending();
                lines.add(DryRun.line(judged, state));
            }
        } finally {
            Arrivals.delete(copies);
        }
        junit.write(lines);
        if (!isJson) {
            lines.forEach(line -> tell(line, known.definitions()));
        }
        if (isJson) {
            spec.commandLine().getOut().print(RunFile.text(lines));
            spec.commandLine().getOut().flush();
        }
        return (mustBeMended ? ExitCode.DONE_WITH_REJECTIONS : ExitCode.DONE).number();
    }

    private void tell(RunFile.FileLine line, Definitions definitions) {
        FindingLines.tell(line, MOST_TOLD, console);
        line.sheets().forEach(sheet -> tell(sheet, definitions));
    }

    /** What was understood of a sheet, so that whoever sends it can see whether it is what was meant. */
    private void tell(SentSheet sheet, Definitions definitions) {
        String unit = definitions.units().stream()
                .filter(known -> known.code().equals(sheet.unit()))
                .map(known -> known.code() + " " + known.name())
                .findFirst()
                .orElse(sheet.unit());
        String period = definitions
                .calendar()
                .find(sheet.period())
                .map(found -> found.label())
                .orElse(sheet.period());
        console.line("  %s: %s · %s · %s · %d số liệu / figures"
                .formatted(
                        sheet.sheet(), sheet.form(), unit, period, sheet.cells().observations()));
    }
}
