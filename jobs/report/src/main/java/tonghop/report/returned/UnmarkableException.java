package tonghop.report.returned;

import java.io.IOException;

/** A file is no workbook of OOXML parts, or one in which no mark can be set; its values may still be copied. */
final class UnmarkableException extends IOException {

    private static final long serialVersionUID = 1L;

    UnmarkableException(String message) {
        super(message);
    }

    UnmarkableException(String message, Throwable cause) {
        super(message, cause);
    }
}
