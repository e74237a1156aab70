package tonghop.report.words;

import tonghop.domain.form.ColumnSum;
import tonghop.domain.form.FormRule;

/** How a rule that does not hold is put to the one who fills in the form, in Vietnamese. */
public final class RuleText {

    private RuleText() {}

    /**
     * What must hold, such as 'Cột 1 phải bằng 4+13+22:'. No rule's text is part of another's, so that a cell can be
     * marked by looking for the text.
     */
    public static String of(FormRule rule) {
        String left = written(rule.left());
        String subject = Character.isDigit(left.charAt(0)) ? "Cột " + left : "C" + left.substring(1);
        return subject + " " + words(rule) + " " + written(rule.right()) + ":";
    }

    /** That its total is blank beside its parts, such as 'Cột 1 để trống mà 4+13+22 là:'. */
    public static String ofBlankTotal(FormRule rule) {
        return "C%s để trống mà %s là:".formatted(written(rule.left()).substring(1), written(rule.right()));
    }

    /** What stands before the difference. */
    public static String differenceOf(FormRule rule) {
        return switch (rule.relation()) {
            case EQUAL -> "đang lệch ";
            case AT_MOST -> "đang lớn hơn ";
            case AT_LEAST -> "đang thiếu ";
        };
    }

    private static String words(FormRule rule) {
        return switch (rule.relation()) {
            case EQUAL -> "phải bằng";
            case AT_MOST -> "không được lớn hơn";
            case AT_LEAST -> "không được nhỏ hơn";
        };
    }

    /** One column is 'cột 5', several are written as on the form: '4+13+22'. */
    private static String written(ColumnSum sum) {
        if (sum.terms().size() == 1 && sum.terms().get(0).factor() == 1) {
            return "cột " + sum.terms().get(0).column();
        }
        return sum.written("×cột ", Integer::toString);
    }
}
