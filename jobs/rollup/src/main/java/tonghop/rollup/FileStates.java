package tonghop.rollup;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tonghop.domain.Finding;
import tonghop.domain.FindingCode;
import tonghop.domain.ReadFile;
import tonghop.domain.Severity;
import tonghop.domain.Submission;

/** Says what becomes of a file and of its sheets. */
public final class FileStates {

    private FileStates() {}

    /** A sheet is accepted or rejected whole: one error anywhere in it rejects it. */
    public static FileState ofSheet(Submission submission, List<Finding> findings) {
        return worst(findings.stream()
                .filter(finding -> Objects.equals(finding.place().sheet(), submission.sheet()))
                .map(Finding::severity));
    }

    /** The worst of its sheets; unrecognised if it was read and nothing could be taken for a submission. */
    public static FileState ofFile(ReadFile file, List<Finding> findings) {
        boolean wasRead = findings.stream().noneMatch(finding -> finding.code() == FindingCode.READ_AGAIN);
        if (wasRead && file.submissions().isEmpty()) {
            return FileState.UNRECOGNISED;
        }
        return worst(findings.stream().map(Finding::severity));
    }

    private static FileState worst(Stream<Severity> severities) {
        return severities
                .min(Comparator.naturalOrder())
                .map(severity -> switch (severity) {
                    case ERROR -> FileState.REJECTED;
                    case WARNING -> FileState.ACCEPTED_WITH_WARNINGS;
                    case INFO -> FileState.ACCEPTED;
                })
                .orElse(FileState.ACCEPTED);
    }
}
