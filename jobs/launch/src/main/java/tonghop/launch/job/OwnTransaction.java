package tonghop.launch.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tonghop.launch.console.Trouble;
import tonghop.rollup.store.LockLostException;

/**
 * A transaction apart from the one around it: what fails in it, or is undone at its end, takes nothing else with it.
 */
public final class OwnTransaction {

    private static final Log LOG = LogFactory.getLog(OwnTransaction.class);

    private final TransactionTemplate template;

    OwnTransaction(PlatformTransactionManager transactions) {
        this.template = new TransactionTemplate(transactions);
        this.template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A piece of work. */
    public interface Work {

        void run() throws IOException;
    }

    /**
     * Does {@code work} in a transaction that is rolled back if it fails.
     *
     * @return why it failed, with the details in the log
     * @throws LockLostException if another run has taken over: nothing may be written any more
     */
    Optional<Trouble> attempt(Work work) {
        return troubleOf(() -> perform(work));
    }

    /** The same for work whose failure is the caller's. */
    void perform(Work work) {
        template.executeWithoutResult(transaction -> {
            try {
                work.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** What {@code work} gives, in a transaction that is rolled back at its end: nothing in the database changes. */
    public <T> T withoutTrace(Supplier<T> work) {
        return Objects.requireNonNull(
                template.execute(transaction -> {
                    transaction.setRollbackOnly();
                    return work.get();
                }),
                "a transaction gives what was made in it");
    }

    /** The same as {@link #attempt} for work that has transactions of its own. */
    public static Optional<Trouble> troubleOf(Work work) {
        try {
            work.run();
            return Optional.empty();
        } catch (LockLostException e) {
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            LOG.error("one piece of the work was left undone", e);
            return Optional.of(Trouble.of(e));
        }
    }
}
