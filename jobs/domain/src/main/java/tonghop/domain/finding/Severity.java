package tonghop.domain.finding;

import java.util.Locale;

/** How much a finding weighs. */
public enum Severity {
    /** Rejects the submission that it stands in. */
    ERROR,
    /** The submission counts; somebody should look. */
    WARNING,
    /** Worth knowing. */
    INFO;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
