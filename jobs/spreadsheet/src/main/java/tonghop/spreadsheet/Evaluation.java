package tonghop.spreadsheet;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One formula of + − × ÷, SUM and references, computed from left to right. */
final class Evaluation {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d*)?|\\.\\d+");
    private static final Pattern SUM = Pattern.compile("SUM\\s*\\(", Pattern.CASE_INSENSITIVE);
    private static final int DEEPEST = 50;

    private final Formula formula;
    private final String text;
    private final Function<Formula.Area, Optional<Decimal>> cells;
    private int position;
    private int depth;
    private boolean isUnknown;

    /** @param cells what the cells of an area add up to; empty where that cannot be told */
    Evaluation(Formula formula, Function<Formula.Area, Optional<Decimal>> cells) {
        this.formula = formula;
        this.text = formula.text();
        this.cells = cells;
    }

    /** What it gives; empty if it is of anything else, or reads what has no number. */
    Optional<Decimal> value() {
        Decimal value = sum();
        return isUnknown || position < text.length() ? Optional.empty() : Optional.of(value);
    }

    private Decimal sum() {
        Decimal sum = product();
        while (!isUnknown && (isAt('+') || isAt('-'))) {
            boolean isPlus = text.charAt(position++) == '+';
            Decimal next = product();
            sum = sum.plus(isPlus ? next : next.negated());
        }
        return sum;
    }

    private Decimal product() {
        Decimal product = signed();
        while (!isUnknown && (isAt('*') || isAt('/'))) {
            boolean isTimes = text.charAt(position++) == '*';
            Decimal next = signed();
            product = isTimes ? product.times(next) : known(product.over(next));
        }
        return product;
    }

    private Decimal signed() {
        boolean isNegative = false;
        while (isAt('+') || isAt('-')) {
            isNegative ^= text.charAt(position++) == '-';
        }
        Decimal value = single();
        while (isAt('%')) {
            position++;
            value = value.times(Decimal.of(BigDecimal.valueOf(1, 2)));
        }
        return isNegative ? value.negated() : value;
    }

    private Decimal single() {
        if (++depth > DEEPEST) {
            return unknown();
        }
        Decimal value;
        Matcher reference = formula.reference();
        if (isAt('(')) {
            position++;
            value = sum();
            close();
        } else if (find(SUM)) {
            value = arguments();
        } else if (reference.region(position, text.length()).lookingAt()) {
            position = reference.end();
            // A range stands for one of its cells where no function takes it.
            value = known(
                    formula.area(reference).filter(area -> !area.isRange()).flatMap(cells));
        } else {
            int start = position;
            value = find(NUMBER) ? Decimal.of(new BigDecimal(text.substring(start, position))) : unknown();
        }
        depth--;
        return value;
    }

    private Decimal arguments() {
        Decimal sum = Decimal.ZERO;
        do {
            isAt(' ');
            Matcher reference = formula.reference();
            boolean isArea = reference.region(position, text.length()).lookingAt() && isEnd(reference.end());
            if (isArea) {
                position = reference.end();
                sum = sum.plus(known(formula.area(reference)
                        .map(area -> new Formula.Area(area.sheet(), area.first(), area.last(), true))
                        .flatMap(cells)));
            } else if (!isAt(',') && !isAt(')')) {
                sum = sum.plus(sum());
            }
        } while (!isUnknown && isAt(',') && position++ >= 0);
        close();
        return sum;
    }

    /** Whether an argument ends at {@code index}. */
    private boolean isEnd(int index) {
        String rest = text.substring(index).stripLeading();
        return rest.startsWith(",") || rest.startsWith(")");
    }

    private void close() {
        if (isAt(')')) {
            position++;
        } else {
            isUnknown = true;
        }
    }

    private Decimal known(Optional<Decimal> value) {
        return value.orElseGet(this::unknown);
    }

    private Decimal unknown() {
        isUnknown = true;
        return Decimal.ZERO;
    }

    /** Whether {@code c} comes next, after blanks. */
    private boolean isAt(char c) {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        return position < text.length() && text.charAt(position) == c;
    }

    private boolean find(Pattern pattern) {
        Matcher next = pattern.matcher(text).region(position, text.length());
        if (next.lookingAt()) {
            position = next.end();
            return true;
        }
        return false;
    }
}
