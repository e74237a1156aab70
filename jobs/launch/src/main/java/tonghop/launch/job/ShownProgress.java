package tonghop.launch.job;

import java.util.function.Supplier;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import tonghop.launch.console.Progress;

/**
 * Shows how far a step has come.
 *
 * @param begun made when the step begins, since only then is it known how much there is to do
 */
record ShownProgress(RunState run, Supplier<Progress> begun) implements StepExecutionListener {

    @Override
    public void beforeStep(StepExecution step) {
        run.show(begun.get());
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        run.progress().close();
        return step.getExitStatus();
    }
}
