package tonghop.launch.job;

import tonghop.rollup.record.Seals;

/** What was asked for would change a period that is closed. */
public final class ClosedPeriodException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String messageVi;

    ClosedPeriodException(String messageVi, String messageEn) {
        super(messageEn);
        this.messageVi = messageVi;
    }

    /** Refuses to go on if {@code period} is closed. */
    public static void throwIfClosed(String period, Session session) {
        session.part(Seals.class).of(period).ifPresent(seal -> {
            throw new ClosedPeriodException(
                    "Kỳ %s đã chốt (%s); mở lại bằng './tonghop reopen %s --reason …'."
                            .formatted(period, seal.reason(), period),
                    "Period %s is closed (%s); open it again with './tonghop reopen %s --reason …'."
                            .formatted(period, seal.reason(), period));
        });
    }

    public String messageVi() {
        return messageVi;
    }
}
