package tonghop.report.returned;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tonghop.domain.report.Report.LocatedFinding;
import tonghop.domain.report.Report.SentSheet;

/**
 * What is told to the sender of a file.
 *
 * @param file the path inside its inbox
 * @param sha256 of its bytes
 * @param received when it was first taken in
 * @param sheets what was read from it
 * @param findings in both languages
 * @param unitNames the name of each unit among the sheets, by code
 */
public record CheckedFile(
        String file,
        String sha256,
        Instant received,
        List<SentSheet> sheets,
        List<LocatedFinding> findings,
        Map<String, String> unitNames) {

    private static final int GROUPS = 3;
    private static final int DIGITS = 4;

    public CheckedFile {
        sheets = List.copyOf(sheets);
        findings = List.copyOf(findings);
        unitNames = new TreeMap<>(unitNames);
    }

    /** The number of the receipt, such as {@code TH-1A2B-3C4D-5E6F}: the same bytes have the same number. */
    String receipt() {
        StringBuilder number = new StringBuilder("TH");
        for (int group = 0; group < GROUPS; group++) {
            number.append('-').append(sha256, group * DIGITS, (group + 1) * DIGITS);
        }
        return number.toString().toUpperCase(java.util.Locale.ROOT);
    }
}
