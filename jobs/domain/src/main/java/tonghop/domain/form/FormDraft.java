package tonghop.domain.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.Finding;

/**
 * What an official blank form says of itself: the beginnings of a definition, to be looked over by somebody who knows
 * the form.
 *
 * @param id the form's number as printed; empty if none was found
 * @param title empty if none was found
 * @param issuedBy the circular; empty if none was found
 * @param blank the file name of the workbook
 * @param columns in the order of the sheet, without those for ordinals, labels and remarks
 * @param rules the sides of its formulas that nothing speaks against, such as {@code 1 = 2 + 3}
 * @param doubtfulRules those that look like a misprint
 * @param doubts what looks like a misprint, each with its cell
 */
public record FormDraft(
        String id,
        String title,
        String issuedBy,
        Form.Rows rows,
        String blank,
        List<Column> columns,
        List<FormRule> rules,
        List<String> doubtfulRules,
        List<Finding> doubts) {

    public FormDraft {
        columns = List.copyOf(columns);
        rules = List.copyOf(rules);
        doubtfulRules = List.copyOf(doubtfulRules);
        doubts = List.copyOf(doubts);
    }

    /**
     * A numbered column.
     *
     * @param path the headings over it, the highest first
     * @param attribute of a list: the name of a text column; absent: a measure
     * @param unitOfCount as guessed from the headings; empty if they do not say
     * @param decimals how many its numbers may have
     */
    public record Column(
            int no, List<String> path, @Nullable String attribute, String unitOfCount, Nature nature, int decimals) {

        public Column {
            path = List.copyOf(path);
        }

        /** The headings as one text. */
        public String label() {
            return String.join(" - ", path);
        }
    }
}
