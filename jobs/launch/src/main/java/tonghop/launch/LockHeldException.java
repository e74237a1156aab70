package tonghop.launch;

/** Another run is at work. */
final class LockHeldException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
