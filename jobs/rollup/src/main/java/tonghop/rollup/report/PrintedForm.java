package tonghop.rollup.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tonghop.domain.finding.Severity;
import tonghop.domain.form.Amount;
import tonghop.domain.form.Form;
import tonghop.domain.form.FormRule;
import tonghop.domain.form.Measure;
import tonghop.domain.report.Report.FilledForm;
import tonghop.domain.report.Report.LeftBlank;
import tonghop.domain.report.Report.Line;

/**
 * Makes a form of lines such that every printed rule holds in it, as in the form that a unit sends: what was put
 * together of units or periods need not keep rules that each of them kept. Where one cannot hold, its total is left
 * blank and never its parts.
 */
final class PrintedForm {

    private final Form form;
    private final List<LeftBlank> leftBlank = new ArrayList<>();
    private final Set<Integer> blankTotals = new HashSet<>();

    private PrintedForm(Form form) {
        this.form = form;
    }

    static FilledForm of(Form form, List<Line> lines) {
        PrintedForm printed = new PrintedForm(form);
        List<Line> kept = lines.stream().map(printed::line).toList();
        printed.total(kept);
        return new FilledForm(form, kept, printed.blankTotals, printed.leftBlank);
    }

    private Line line(Line line) {
        Map<Integer, BigDecimal> values = new HashMap<>();
        line.values().forEach((column, amount) -> values.put(column, amount.value()));
        Set<Integer> blank = blanks(values, line.label());
        Map<Integer, Amount> kept = new HashMap<>(line.values());
        kept.keySet().removeAll(blank);
        blankTotals.addAll(blank);
        return new Line(line.label(), line.unit(), kept, line.texts());
    }

    /** A column in which a line was left blank has no total either: it would be that of the others. */
    private void total(List<Line> lines) {
        Map<Integer, BigDecimal> sums = new HashMap<>();
        for (Form.Column column : form.columns()) {
            Measure measure = column.measure();
            if (measure != null && measure.addsOverUnits() && !blankTotals.contains(column.no())) {
                lines.stream()
                        .filter(line -> line.values().containsKey(column.no()))
                        .forEach(line -> sums.merge(
                                column.no(), line.values().get(column.no()).value(), BigDecimal::add));
            }
        }
        blankTotals.addAll(blanks(sums, ""));
    }

    /** Takes away the totals of the rules that do not hold in {@code values}, until all hold; says which. */
    private Set<Integer> blanks(Map<Integer, BigDecimal> values, String label) {
        Set<Integer> blank = new HashSet<>();
        boolean isSound = false;
        while (!isSound) {
            isSound = true;
            for (FormRule rule : form.rules()) {
                BigDecimal left = rule.left().of(values);
                BigDecimal right = rule.right().of(values);
                if (rule.severity() == Severity.ERROR && rule.isComparable(values) && !rule.holds(left, right)) {
                    leftBlank.add(new LeftBlank(form.id(), label, rule, left, right));
                    rule.totals().forEach(values::remove);
                    blank.addAll(rule.totals());
                    isSound = false;
                }
            }
        }
        return blank;
    }
}
