package tonghop.launch;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Drafts a form's definition from an official blank form. */
@Command(name = "import")
final class FormsImportCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        return ExitCode.DONE.number();
    }
}
