package tonghop.launch.job;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
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
        run.forgetEarlier();
        for (String job : jobs.getJobNames()) {
            jobs.findRunningJobExecutions(job).stream()
                    .filter(execution -> execution.getId() != started.getId())
                    .forEach(this::bury);
        }
    }

    private void bury(JobExecution dead) {
        LocalDateTime now = LocalDateTime.now(settings.clock());
        ExitStatus died = ExitStatus.FAILED.addExitDescription("died; attempt %d took over".formatted(run.number()));
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
        List<SubmissionState> states = run.files().all().stream()
                .flatMap(piece -> piece.state().stream())
                .toList();
        ended.setExitStatus(ended.getExitStatus()
                .addExitDescription(
                        "%d seen, %d read, %d with warnings, %d rejected or unrecognised, %d reports, %d failed"
                                .formatted(
                                        states.size(),
                                        run.files().read(),
                                        Collections.frequency(states, SubmissionState.ACCEPTED_WITH_WARNINGS),
                                        states.stream()
                                                .filter(SubmissionState::needsMending)
                                                .count(),
                                        run.reports().written().size(),
                                        run.reports().failed().size())));
    }
}
