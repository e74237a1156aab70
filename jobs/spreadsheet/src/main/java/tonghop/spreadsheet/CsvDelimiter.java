package tonghop.spreadsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands between the fields of a text file.
 *
 * @param declarationLines 1 where the file begins with a line such as {@code sep=;}, as Excel understands it
 */
record CsvDelimiter(char character, int declarationLines) {

    /** In the order in which they win a tie: a comma also stands in numbers and sentences. */
    private static final String CANDIDATES = "\t;,";

    /** Lines that are looked at. */
    private static final int SAMPLE = 400;

    /**
     * Finds the delimiter that cuts most lines alike. A spreadsheet writes as many delimiters in every line, also in
     * titles and headings, where a decimal comma does not stand.
     *
     * @throws UnreadableFileException if there is none in any line
     */
    static CsvDelimiter of(String text) throws UnreadableFileException {
        if (text.startsWith("sep=") && text.length() > 5 && (text.charAt(5) == '\r' || text.charAt(5) == '\n')) {
            return new CsvDelimiter(text.charAt(4), 1);
        }
        List<int[]> lines = counts(text);
        char best = 0;
        double bestScore = 0;
        for (int candidate = 0; candidate < CANDIDATES.length(); candidate++) {
            double score = score(lines, candidate);
            if (score > bestScore) {
                best = CANDIDATES.charAt(candidate);
                bestScore = score;
            }
        }
        if (best == 0) {
            throw FileKind.notASpreadsheet("TXT");
        }
        return new CsvDelimiter(best, 0);
    }

    String withoutDeclaration(String text) {
        if (declarationLines == 0) {
            return text;
        }
        int next = text.startsWith("\r\n", 5) ? 7 : 6;
        return text.substring(next);
    }

    /** How often each candidate stands in each line, outside quotation marks; blank lines are left out. */
    private static List<int[]> counts(String text) {
        List<int[]> lines = new ArrayList<>();
        int[] line = new int[CANDIDATES.length()];
        boolean isQuoted = false;
        boolean isBlank = true;
        for (int index = 0; index <= text.length() && lines.size() < SAMPLE; index++) {
            char c = index < text.length() ? text.charAt(index) : '\n';
            if (c == '"') {
                isQuoted = !isQuoted;
            }
            if ((c == '\n' || c == '\r') && (!isQuoted || index == text.length())) {
                if (!isBlank) {
                    lines.add(line);
                }
                line = new int[CANDIDATES.length()];
                isBlank = true;
            } else {
                int candidate = isQuoted ? -1 : CANDIDATES.indexOf(c);
                if (candidate >= 0) {
                    line[candidate]++;
                }
                isBlank &= c == ' ';
            }
        }
        return lines;
    }

    /** The share of lines that the candidate cuts into the most usual number of fields, above one. */
    private static double score(List<int[]> lines, int candidate) {
        Map<Integer, Integer> usual = new HashMap<>();
        lines.stream()
                .filter(line -> line[candidate] > 0)
                .forEach(line -> usual.merge(line[candidate], 1, Integer::sum));
        int most = usual.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        long any = lines.stream().filter(line -> line[candidate] > 0).count();
        return lines.isEmpty() ? 0 : (most + any) / (2.0 * lines.size());
    }
}
