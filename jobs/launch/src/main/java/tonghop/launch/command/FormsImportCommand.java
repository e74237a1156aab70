package tonghop.launch.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tonghop.catalogue.FindingTexts;
import tonghop.catalogue.FormDraftYaml;
import tonghop.domain.finding.Finding;
import tonghop.domain.form.FormDraft;
import tonghop.ingest.draft.FormDraftReader;
import tonghop.launch.console.Console;
import tonghop.launch.console.ExitCode;
import tonghop.launch.console.UsageException;

/** Drafts a form's definition from an official blank form, and points at what looks like a misprint in it. */
@Command(
        name = "import",
        description = {
            "Soạn nháp định nghĩa biểu (YAML) từ biểu trắng chính thức, chỉ ra chỗ có thể in sai.",
            "Drafts a form's definition from an official blank form."
        },
        mixinStandardHelpOptions = true)
final class FormsImportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private FormsCommand forms;

    @Parameters(paramLabel = "BLANK.xlsx", description = "Biểu trắng chính thức / the official blank form")
    @SuppressWarnings("NullAway.Init")
    private Path blank;

    @Option(
            names = "--out",
            paramLabel = "FILE.yaml",
            description = "Tệp để ghi bản nháp / where the draft is written (default: standard output)")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        Console console = forms.console();
        if (!Files.isRegularFile(blank)) {
            throw new UsageException("Không có tệp %s.".formatted(blank), "There is no file %s.".formatted(blank));
        }
        FormDraft draft = FormDraftReader.read(blank)
                .orElseThrow(() -> new UsageException(
                        "%s không phải bảng tính, hoặc không có dòng số thứ tự cột (1, 2, 3 …) của biểu."
                                .formatted(blank),
                        "%s is no workbook, or has no row of column numbers (1, 2, 3 …).".formatted(blank)));
        String yaml = FormDraftYaml.of(draft);
        PrintWriter machine = spec.commandLine().getOut();
        if (out == null) {
            machine.print(yaml);
        } else {
            Files.writeString(out, yaml);
            machine.println(out);
        }
        machine.flush();
        FindingTexts vietnamese = FindingTexts.vietnamese();
        FindingTexts english = FindingTexts.english();
        for (Finding doubt : draft.doubts()) {
            String cell = doubt.place().cell() + ": ";
            console.say(cell + vietnamese.of(doubt), cell + english.of(doubt));
        }
        console.say(
                "Bản nháp: %d cột, %d quy tắc, %d chỗ nghi in sai. Xem lại, rồi đặt cùng biểu trắng vào templates/forms/."
                        .formatted(
                                draft.columns().size(),
                                draft.rules().size(),
                                draft.doubts().size()),
                "A draft: %d columns, %d rules, %d doubts. Look it over, then put it beside the blank in templates/forms/."
                        .formatted(
                                draft.columns().size(),
                                draft.rules().size(),
                                draft.doubts().size()));
        return ExitCode.DONE.number();
    }
}
