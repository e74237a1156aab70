package tonghop.domain.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tonghop.domain.Require;
import tonghop.domain.finding.Severity;

/**
 * What must hold among the columns of one row: a printed formula such as {@code 1 = 4 + 13 + 22}, or a part that cannot
 * exceed its whole ('trong đó'), such as {@code 9 <= 5}.
 *
 * @param severity of the finding if it does not hold
 */
public record FormRule(ColumnSum left, Relation relation, ColumnSum right, Severity severity) {

    private static final Pattern RELATION = Pattern.compile("<=|>=|≤|≥|=");

    /** How the two sides compare. */
    public enum Relation {
        EQUAL("="),
        AT_MOST("<="),
        AT_LEAST(">=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        private static Relation of(String sign) {
            return switch (sign) {
                case "=" -> EQUAL;
                case "<=", "≤" -> AT_MOST;
                default -> AT_LEAST;
            };
        }

        /** Whether {@code left} stands so to {@code right}. */
        public boolean holds(BigDecimal left, BigDecimal right) {
            return holds(left, right, BigDecimal.ZERO);
        }

        private boolean holds(BigDecimal left, BigDecimal right, BigDecimal noise) {
            int comparison = Amount.agree(left, right, noise) ? 0 : left.compareTo(right);
            return switch (this) {
                case EQUAL -> comparison == 0;
                case AT_MOST -> comparison <= 0;
                case AT_LEAST -> comparison >= 0;
            };
        }
    }

    /**
     * Reads a printed formula; a chain such as {@code 9=11+12+13=18+22} is one rule for each sign.
     *
     * @throws IllegalArgumentException if {@code text} is no formula over column numbers
     */
    public static List<FormRule> parse(String text, Severity severity) {
        Matcher sign = RELATION.matcher(text);
        List<ColumnSum> sides = new ArrayList<>();
        List<Relation> relations = new ArrayList<>();
        int position = 0;
        while (sign.find()) {
            sides.add(ColumnSum.parse(text.substring(position, sign.start())));
            relations.add(Relation.of(sign.group()));
            position = sign.end();
        }
        Require.that(!relations.isEmpty(), "a rule compares two sides, with =, <= or >=: '%s'", text);
        sides.add(ColumnSum.parse(text.substring(position)));
        List<FormRule> rules = new ArrayList<>();
        for (int index = 0; index < relations.size(); index++) {
            rules.add(new FormRule(sides.get(0), relations.get(index), sides.get(index + 1), severity));
        }
        return rules;
    }

    /** The numbers of all columns that it speaks of. */
    public List<Integer> columns() {
        return Stream.concat(left.columns().stream(), right.columns().stream()).toList();
    }

    /**
     * Whether enough of {@code values}, by column number, is given to compare the two sides: something on each. Units
     * often know a total and not its parts, or parts and not the total, and a blank is not nought; beside a part that
     * is given it adds nothing.
     */
    public boolean isComparable(Map<Integer, BigDecimal> values) {
        return left.isStatedIn(values) && right.isStatedIn(values);
    }

    /** Whether it is an equation that must hold, whose left side is a single column that sums up the right one. */
    public boolean hasTotal() {
        return severity == Severity.ERROR && relation == Relation.EQUAL && isSingle(left) && !isSingle(right);
    }

    /** Whether its total is blank beside its parts. */
    public boolean lacksTotal(Map<Integer, BigDecimal> values) {
        return hasTotal()
                && !left.isStatedIn(values)
                && right.isAddedToIn(values)
                && right.of(values).signum() != 0;
    }

    /** The columns that sum up others, or hold them as parts: those that are left blank where it cannot hold. */
    public List<Integer> totals() {
        boolean isLeft =
                relation == Relation.AT_LEAST || (relation == Relation.EQUAL && (isSingle(left) || !isSingle(right)));
        return isLeft ? left.columns() : right.columns();
    }

    private static boolean isSingle(ColumnSum sum) {
        return sum.terms().size() == 1;
    }

    /** Whether it holds for exact values. */
    public boolean holds(BigDecimal leftValue, BigDecimal rightValue) {
        return relation.holds(leftValue, rightValue);
    }

    /** Whether it holds for the numbers of a row, at the precision that they carry. */
    public boolean holds(TableRow row) {
        Map<Integer, BigDecimal> values = row.values();
        return relation.holds(left.of(values), right.of(values), left.noise(row).add(right.noise(row)));
    }

    @Override
    public String toString() {
        return left + " " + relation.sign() + " " + right;
    }
}
