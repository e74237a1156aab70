package tonghop.spreadsheet;

import java.io.IOException;

/** A file is no workbook of OOXML parts, or one in which nothing can be changed; its values may still be copied. */
public final class UneditableException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What stands in the way. */
    public UneditableException(String message) {
        super(message);
    }

    UneditableException(String message, Throwable cause) {
        super(message, cause);
    }
}
