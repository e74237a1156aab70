package tonghop.launch.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tonghop.catalogue.Catalogue;
import tonghop.domain.form.Form;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.launch.console.Console;
import tonghop.launch.console.ExitCode;
import tonghop.launch.console.UsageException;
import tonghop.report.blank.BlankWorkbook;

/** Writes blank workbooks to fill in; needs neither the database nor Spring. */
@Command(
        name = "forms",
        description = {
            "Ghi biểu trắng để đơn vị nhập số liệu; trong tệp có kiểm tra ngay khi nhập.",
            "Writes blank workbooks to fill in, with live checks. Prints the paths written."
        },
        subcommands = FormsImportCommand.class)
public final class FormsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--form",
            paramLabel = "F",
            description =
                    "Số biểu, ví dụ 01/TCD / the form's number; may be repeated (default: those that the unit owes, or all)")
    private List<String> forms = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "Thư mục ghi biểu / where the workbooks are written")
    private @Nullable Path out;

    @Option(
            names = "--unit",
            paramLabel = "U",
            description = "Mã đơn vị, ví dụ 660 / code of the unit that fills it in")
    private @Nullable String unit;

    @Option(
            names = "--period",
            paramLabel = "P",
            description = "Kỳ báo cáo, ví dụ 2023-Q4 / reporting period (default: left for the unit to write)")
    private @Nullable String period;

    @Mixin
    private final CatalogueOption catalogue = new CatalogueOption();

    @Mixin
    private final ClockOption clock = new ClockOption();

    private final Console console;
    private final Map<String, String> environment;

    public FormsCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    /** Where its subcommands talk to people. */
    Console console() {
        return console;
    }

    @Override
    public Integer call() throws IOException {
        if (out == null) {
            throw new UsageException(
                    "Thiếu --out: thư mục để ghi biểu trắng.",
                    "--out is missing: the folder to write the blanks into.");
        }
        Catalogue known = catalogue.read(environment);
        FormChoice choice = FormChoice.of(known.definitions(), forms, unit, period, LocalDate.now(clock.clock()));
        Files.createDirectories(out);
        PrintWriter paths = spec.commandLine().getOut();
        for (Form form : choice.forms()) {
            paths.println(write(out, form, choice, known));
        }
        paths.flush();
        console.say(
                "Đã ghi %d biểu trắng.".formatted(choice.forms().size()),
                "Wrote %d blank forms.".formatted(choice.forms().size()));
        return ExitCode.DONE.number();
    }

    private static Path write(Path folder, Form form, FormChoice choice, Catalogue catalogue) throws IOException {
        Path file = folder.resolve(fileName(form, choice.unit(), choice.period()));
        Path half = folder.resolve("." + file.getFileName() + ".part");
        BlankWorkbook.Request request = new BlankWorkbook.Request(
                form, catalogue.blank(form), catalogue.definitions(), choice.unit(), choice.period(), choice.day());
        Instant created = choice.day().atStartOfDay(ZoneOffset.UTC).toInstant();
        try (OutputStream bytes = Files.newOutputStream(half)) {
            BlankWorkbook.write(bytes, request, created);
        }
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        return file;
    }

    /** Such as {@code 660_01-TCD_2023.xlsx}. */
    private static String fileName(Form form, @Nullable Unit unit, @Nullable Period period) {
        List<String> parts = new ArrayList<>();
        if (unit != null) {
            parts.add(unit.code());
        }
        parts.add(form.fileName());
        if (period != null) {
            parts.add(period.code());
        }
        return String.join("_", parts) + ".xlsx";
    }
}
