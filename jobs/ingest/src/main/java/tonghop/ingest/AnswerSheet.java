package tonghop.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tonghop.domain.finding.Answer;
import tonghop.spreadsheet.Grid;
import tonghop.spreadsheet.text.VietnameseText;

/**
 * The first sheet of a copy that came back to a sender, in which the sender answers findings. It is no form.
 *
 * <p>Recognised by its name and by a marker above the keys of the findings, wherever rows and columns have moved; the
 * reason stands two columns before the key, the text one.
 */
public final class AnswerSheet {

    private static final String NAME = VietnameseText.tidy("Kết quả kiểm tra");
    private static final String MARKER = "tonghop:answers/1";
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{16}");
    private static final int REASON_BEFORE_KEY = 2;
    private static final int TEXT_BEFORE_KEY = 1;

    private AnswerSheet() {}

    /** Whether {@code grid} is a sheet of ours. */
    static boolean is(Grid grid) {
        return VietnameseText.tidy(grid.sheet()).startsWith(NAME)
                && column(grid).isPresent();
    }

    /** The column of the keys. */
    private static Optional<Integer> column(Grid grid) {
        return grid.rows().values().stream()
                .flatMap(row -> row.entrySet().stream())
                .filter(cell -> cell.getValue().text().strip().equals(MARKER))
                .map(Map.Entry::getKey)
                .filter(column -> column >= REASON_BEFORE_KEY)
                .findFirst();
    }

    /** What the sender answered, from top to bottom; what was left empty is no answer. */
    static List<Answer> answersIn(Grid grid) {
        int column = column(grid).orElse(REASON_BEFORE_KEY);
        List<Answer> answers = new ArrayList<>();
        for (int row : grid.rows().keySet()) {
            String key = grid.text(row, column);
            String reason = grid.text(row, column - REASON_BEFORE_KEY);
            String text = grid.text(row, column - TEXT_BEFORE_KEY);
            if (KEY.matcher(key).matches() && !(reason.isEmpty() && text.isEmpty())) {
                answers.add(new Answer(key, reason, text));
            }
        }
        return answers;
    }
}
