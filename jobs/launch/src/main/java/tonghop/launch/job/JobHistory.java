package tonghop.launch.job;

import java.time.LocalDateTime;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import tonghop.domain.form.SubmissionState;

/** What Spring Batch keeps of runs: those that died are marked as such, and those that ended say what came of them. */
record JobHistory(JobRepository jobs, RunState run, Settings settings) implements JobExecutionListener {

    /** The lock is held, so nothing that still counts as running can be alive, but for {@code started} itself. */
    @Override
    public void beforeJob(JobExecution started) {
        for (String job : jobs.getJobNames()) {
            jobs.findRunningJobExecutions(job).stream()
                    .filter(execution -> execution.getId() != started.getId())
                    .forEach(this::bury);
        }
    }

    private void bury(JobExecution dead) {
        LocalDateTime now = LocalDateTime.now(settings.clock());
        ExitStatus died = ExitStatus.FAILED.addExitDescription(
                "died; attempt %d took over".formatted(run.lock().epoch()));
        dead.getStepExecutions().stream()
                .filter(step -> step.getStatus().isRunning())
                .forEach(step -> {
                    step.setStatus(BatchStatus.FAILED);
                    step.setExitStatus(died);
                    step.setEndTime(now);
                    jobs.update(step);
                });
        dead.setStatus(BatchStatus.FAILED);
        dead.setExitStatus(died);
        dead.setEndTime(now);
        jobs.update(dead);
    }

    @Override
    public void afterJob(JobExecution ended) {
        ended.setExitStatus(ended.getExitStatus()
                .addExitDescription("%d read, %d with warnings, %d rejected or unrecognised, %d reports, %d failed"
                        .formatted(
                                run.read(),
                                run.states().values().stream()
                                        .filter(state -> state == SubmissionState.ACCEPTED_WITH_WARNINGS)
                                        .count(),
                                run.states().values().stream()
                                        .filter(SubmissionState::needsMending)
                                        .count(),
                                run.written().size(),
                                run.failed().size())));
    }
}
