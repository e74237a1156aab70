package tonghop.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tonghop.rollup.LockLostException;

/** Does one piece of a step's work apart from the others, so that its failure takes none of them with it. */
final class OwnTransaction {

    private static final Log LOG = LogFactory.getLog(OwnTransaction.class);

    private final TransactionTemplate template;

    OwnTransaction(PlatformTransactionManager transactions) {
        this.template = new TransactionTemplate(transactions);
        this.template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A piece of work. */
    interface Work {

        void run() throws IOException;
    }

    /**
     * Does {@code work} in a transaction that is rolled back if it fails.
     *
     * @return why it failed, with the details in the log
     * @throws LockLostException if another run has taken over: nothing may be written any more
     */
    Optional<Trouble> attempt(Work work) {
        return troubleOf(() -> template.executeWithoutResult(transaction -> {
            try {
                work.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    /** The same for work that has transactions of its own. */
    static Optional<Trouble> troubleOf(Work work) {
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
