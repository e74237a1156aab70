package tonghop.domain.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tonghop.domain.Require;

/**
 * A sum over columns of a form, in the notation that the forms themselves print: {@code 4+13+22}, {@code 18+…+22},
 * {@code 2+...7}, {@code (4) - (5) - (6)}, {@code 5*8}.
 */
public record ColumnSum(List<Term> terms) {

    private static final Pattern TERM = Pattern.compile("([+-]?)(?:(\\d+)[*×x])?(\\d+)");
    private static final Pattern JOINED = Pattern.compile("\\d[\\s\\u00a0]+\\d");

    /** Forms print single numbers in brackets; brackets around a sum would turn signs and are refused. */
    private static final Pattern BRACKETED = Pattern.compile("[(\\[]\\s*(\\d+)\\s*[)\\]]");

    /** One of the two signs beside the dots is left out at times; without any it is no sum. */
    private static final Pattern RANGE =
            Pattern.compile("(?<![-\\d])(\\d+)(?:\\+(?:\\.{2,}|…)\\+?|(?:\\.{2,}|…)\\+)(\\d+)");

    public ColumnSum {
        terms = List.copyOf(terms);
        Require.that(!terms.isEmpty(), "a sum of nothing");
    }

    /**
     * A column and how often it counts.
     *
     * @param factor negative where the column is subtracted
     */
    public record Term(int factor, int column) {

        private String written(String minus, String plus, String times, IntFunction<String> name) {
            int often = Math.abs(factor);
            return (factor < 0 ? minus : plus) + (often == 1 ? "" : often + times) + name.apply(column);
        }
    }

    /**
     * Reads the printed notation.
     *
     * @throws IllegalArgumentException if {@code text} is no sum of column numbers
     */
    public static ColumnSum parse(String text) {
        Require.that(!JOINED.matcher(text).find(), "two numbers without a sign between them: '%s'", text);
        String compact =
                withRangesWrittenOut(BRACKETED.matcher(text).replaceAll("$1").replaceAll("[\\s\\u00a0]", ""));
        List<Term> terms = new ArrayList<>();
        Matcher term = TERM.matcher(compact);
        int position = 0;
        while (position < compact.length()) {
            term.region(position, compact.length());
            boolean signed =
                    term.lookingAt() && (position == 0 || !term.group(1).isEmpty());
            Require.that(signed, "not a sum of column numbers: '%s'", text);
            int factor = term.group(2) == null ? 1 : Integer.parseInt(term.group(2));
            terms.add(new Term(term.group(1).equals("-") ? -factor : factor, Integer.parseInt(term.group(3))));
            position = term.end();
        }
        return new ColumnSum(terms);
    }

    private static String withRangesWrittenOut(String text) {
        Matcher range = RANGE.matcher(text);
        return range.replaceAll(found -> {
            int first = Integer.parseInt(found.group(1));
            int last = Integer.parseInt(found.group(2));
            Require.that(first < last && last - first < 1000, "not a range of columns: '%s'", text);
            List<String> numbers = new ArrayList<>();
            for (int number = first; number <= last; number++) {
                numbers.add(Integer.toString(number));
            }
            return String.join("+", numbers);
        });
    }

    /** The numbers of the columns that it adds. */
    public List<Integer> columns() {
        return terms.stream().map(Term::column).toList();
    }

    /** Whether any of its columns has a value. */
    public boolean isStatedIn(Map<Integer, BigDecimal> values) {
        return columns().stream().anyMatch(values::containsKey);
    }

    /** Whether any of the columns that it adds, rather than subtracts, has a value. */
    public boolean isAddedToIn(Map<Integer, BigDecimal> values) {
        return terms.stream().anyMatch(term -> term.factor() > 0 && values.containsKey(term.column()));
    }

    /** The sum over {@code values} by column number; a column without a value adds nothing. */
    public BigDecimal of(Map<Integer, BigDecimal> values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Term term : terms) {
            BigDecimal value = values.get(term.column());
            if (value != null) {
                sum = sum.add(value.multiply(BigDecimal.valueOf(term.factor())));
            }
        }
        return sum;
    }

    /** The sum as printed, such as {@code 4 + 13 - 22}. */
    /** How far its value for the numbers of {@code row} may be off: see {@link Entry#noise}. */
    BigDecimal noise(TableRow row) {
        BigDecimal noise = BigDecimal.ZERO;
        for (Term term : terms) {
            Entry entry = row.entries().get(term.column());
            noise = entry == null
                    ? noise
                    : noise.add(entry.noise().multiply(BigDecimal.valueOf(Math.abs(term.factor()))));
        }
        return noise;
    }

    @Override
    public String toString() {
        String written = terms.stream()
                .map(term -> term.written(" - ", " + ", "*", Integer::toString))
                .collect(Collectors.joining());
        return written.startsWith(" + ") ? written.substring(3) : written.strip();
    }

    /**
     * The sum without blanks, such as {@code B7-2*D7}.
     *
     * @param times what stands behind a factor
     * @param column how a column is called
     */
    public String written(String times, IntFunction<String> column) {
        String written = terms.stream()
                .map(term -> term.written("-", "+", times, column))
                .collect(Collectors.joining());
        return written.startsWith("+") ? written.substring(1) : written;
    }
}
