package tonghop.launch.console;

import java.nio.file.Path;

/** Somebody else is at work; the two messages say where, and what to do. */
public final class LockHeldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String messageVi;

    private LockHeldException(String messageVi, String messageEn) {
        super(messageEn);
        this.messageVi = messageVi;
    }

    /** Another run over the same database. */
    public static LockHeldException byAnotherRun() {
        return new LockHeldException(
                "Một lượt chạy khác đang chạy; thử lại sau hoặc thêm --wait.",
                "Another run is at work; try again later or add --wait.");
    }

    /** Another run, over whatever database, that writes into {@code out}. */
    public static LockHeldException byAnotherWriterTo(Path out) {
        return new LockHeldException(
                "Một lượt chạy khác đang ghi vào thư mục %s; thử lại sau, thêm --wait, hoặc chọn --out khác."
                        .formatted(out),
                "Another run is writing into the folder %s; try again later, add --wait, or choose another --out."
                        .formatted(out));
    }

    public String messageVi() {
        return messageVi;
    }
}
