package tonghop.launch.job;

import org.springframework.batch.core.partition.support.SimplePartitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * A step that takes its pieces of work from a table. A piece is claimed before it is done, so it is all the same how
 * many partitions there are and where they run.
 */
final class PartitionedStep {

    private static final int PIECES_AT_ONCE = 1;
    /** Of two files for the same form, unit and period, the one counts that was stored later: so one at a time. */
    private static final int PARTITIONS = 1;

    private PartitionedStep() {}

    /**
     * Makes the step. There is no transaction around a chunk: the claim, and then the piece with its result, each
     * commit by themselves, and what fails is a result too.
     *
     * @param claims gives the next piece that nobody else has
     */
    static <T> Step of(
            String name, JobRepository jobs, ItemReader<T> claims, ItemWriter<T> work, ShownProgress progress) {
        Step partition = new StepBuilder(name, jobs)
                .<T, T>chunk(PIECES_AT_ONCE)
                .reader(claims)
                .writer(work)
                .build();
        return new StepBuilder(name, jobs)
                .partitioner(name, new SimplePartitioner())
                .step(partition)
                .gridSize(PARTITIONS)
                .listener(progress)
                .build();
    }
}
