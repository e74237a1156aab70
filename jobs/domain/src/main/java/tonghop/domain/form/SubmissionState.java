package tonghop.domain.form;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Severity;

/** What became of a file or a sheet; each ends in exactly one. In the order of how bad it is. */
public enum SubmissionState {
    /** Its content is that of another file that was taken in. */
    UNCHANGED,
    ACCEPTED,
    ACCEPTED_WITH_WARNINGS,
    /** Another file for the same form, unit and period came later. */
    SUPERSEDED,
    REJECTED,
    UNRECOGNISED;

    /** A sheet is accepted or rejected whole: one error anywhere in it rejects it. */
    public static SubmissionState of(Submission submission, List<Finding> findings) {
        return worst(findings.stream()
                .filter(finding -> Objects.equals(finding.place().sheet(), submission.sheet()))
                .map(Finding::severity));
    }

    /** The worst of a file's sheets; unrecognised if it was read and nothing could be taken for a submission. */
    public static SubmissionState of(ReadFile file, List<Finding> findings) {
        boolean wasRead = findings.stream().noneMatch(finding -> finding.code() == FindingCode.READ_AGAIN);
        if (wasRead && file.submissions().isEmpty()) {
            return UNRECOGNISED;
        }
        return worst(findings.stream().map(Finding::severity));
    }

    private static SubmissionState worst(Stream<Severity> severities) {
        return severities
                .min(Comparator.naturalOrder())
                .map(severity -> switch (severity) {
                    case ERROR -> REJECTED;
                    case WARNING -> ACCEPTED_WITH_WARNINGS;
                    case INFO -> ACCEPTED;
                })
                .orElse(ACCEPTED);
    }

    /** The word used in outputs, such as {@code accepted-with-warnings}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads the word that {@link #code} writes.
     *
     * @throws IllegalArgumentException if {@code code} names no state
     */
    public static SubmissionState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether it was accepted and no other has replaced it. */
    public boolean counts() {
        return this == ACCEPTED || this == ACCEPTED_WITH_WARNINGS;
    }

    /** Whether somebody has to mend it. */
    public boolean needsMending() {
        return this == REJECTED || this == UNRECOGNISED;
    }
}
