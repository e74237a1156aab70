package tonghop.launch;

/** What was asked for cannot be done as it was asked; the two messages say why and what to ask instead. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String messageVi;

    UsageException(String messageVi, String messageEn) {
        super(messageEn);
        this.messageVi = messageVi;
    }

    String messageVi() {
        return messageVi;
    }
}
