package tonghop.launch.console;

/** What was asked for cannot be done as it was asked; the two messages say why and what to ask instead. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String messageVi;

    public UsageException(String messageVi, String messageEn) {
        super(messageEn);
        this.messageVi = messageVi;
    }

    public String messageVi() {
        return messageVi;
    }
}
