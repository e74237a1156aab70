package tonghop.rollup.store;

/** Another run has taken over; nothing more may be written by this one. */
public final class LockLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LockLostException(long epoch) {
        super("the run with number " + epoch + " has been taken over by another one");
    }
}
