package tonghop.ingest.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.finding.Severity;
import tonghop.domain.form.Measure;
import tonghop.ingest.text.NumberCell;
import tonghop.spreadsheet.Grid;
import tonghop.spreadsheet.text.VietnameseNumber;
import tonghop.spreadsheet.text.VietnameseText;

/**
 * Reads the cells of figures as a reader of the paper does: where that is another number than the cell holds, nobody
 * but the sender can say which is right, and it is asked.
 */
final class ShownValues {

    /** The candidate of a number that is crossed out. */
    private static final String BLANK = "bỏ trống";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Receptions by chairs reached 270 % of their quota in a published report; a rate beyond this is asked about. */
    private static final BigDecimal HIGH_RATE = BigDecimal.valueOf(300);

    private static final BigDecimal HIGHEST_RATE = BigDecimal.valueOf(1000);

    /** '55¹', '2 (1)', '55*': a number with the mark of a footnote. */
    private static final Pattern MARKED =
            Pattern.compile("(.*\\d)\\s*([¹²³⁰⁴-⁹]+|[(\\[]\\s*(?:\\d{1,2}|\\*+)\\s*[)\\]]|\\*+)");

    /** Nobody groups the thousands of less than a thousand; in English it is a fraction. */
    private static final Pattern LESS_THAN_ONE = Pattern.compile("0\\.\\d{3}");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");

    /** Words that multiply a number, and what they multiply it by; of money the đồng itself. */
    private static final Map<String, BigDecimal> FACTORS = Map.ofEntries(
            Map.entry("nghìn", BigDecimal.valueOf(1_000)),
            Map.entry("ngàn", BigDecimal.valueOf(1_000)),
            Map.entry("k", BigDecimal.valueOf(1_000)),
            Map.entry("triệu", BigDecimal.valueOf(1_000_000)),
            Map.entry("tr", BigDecimal.valueOf(1_000_000)),
            Map.entry("tỷ", BigDecimal.valueOf(1_000_000_000)),
            Map.entry("tỉ", BigDecimal.valueOf(1_000_000_000)),
            Map.entry("đồng", BigDecimal.ONE),
            Map.entry("đ", BigDecimal.ONE),
            Map.entry("vnđ", BigDecimal.ONE),
            Map.entry("vnd", BigDecimal.ONE));

    private final Measure measure;
    private final Place place;
    private final Function<Finding, Optional<String>> answers;

    /**
     * For one cell.
     *
     * @param answers what the sender chose of the candidates of a question, if anything
     */
    ShownValues(Measure measure, Place place, Function<Finding, Optional<String>> answers) {
        this.measure = measure;
        this.place = place;
        this.answers = answers;
    }

    NumberCell read(Grid.@Nullable Cell cell, NumberCell.Sense sense) {
        NumberCell stored = NumberCell.read(cell, measure, place, sense);
        boolean isLegible = cell != null && (cell.kind() == Grid.Kind.TEXT || cell.kind() == Grid.Kind.NUMBER);
        if (cell == null || !isLegible) {
            return stored;
        }
        Grid.Shown shown = cell.shown();
        if (shown == null || shown.manner() == Grid.Manner.HIDDEN) {
            return cell.kind() == Grid.Kind.TEXT ? typed(cell.text(), stored) : rated(cell, stored);
        }
        return switch (shown.manner()) {
            case STRUCK -> struck(cell, shown.text(), stored);
            case RAISED -> raised(cell.text(), shown.text(), stored);
            default -> formatted(cell, shown, stored);
        };
    }

    private NumberCell struck(Grid.Cell cell, String left, NumberCell stored) {
        Optional<BigDecimal> all =
                cell.kind() == Grid.Kind.NUMBER ? Optional.of(numberOf(cell)) : numberIn(cell.text());
        Optional<BigDecimal> rest = numberIn(left);
        if (all.isEmpty() && rest.isEmpty()) {
            return stored;
        }
        List<String> candidates =
                new ArrayList<>(List.of(rest.map(ShownValues::text).orElse(BLANK)));
        all.map(ShownValues::text).ifPresent(candidates::add);
        return ask(FindingCode.STRUCK_OUT, cell.text(), candidates, stored);
    }

    /** Of '2¹' and '2 (1)' the readings are 2 and 21. */
    private NumberCell raised(String text, String withoutMark, NumberCell stored) {
        Optional<BigDecimal> number = numberIn(withoutMark);
        StringBuilder together = new StringBuilder(withoutMark.strip());
        text.strip()
                .substring(Math.min(text.strip().length(), together.length()))
                .chars()
                .map(Character::getNumericValue)
                .filter(digit -> digit >= 0 && digit <= 9)
                .forEach(together::append);
        Optional<BigDecimal> withMark = numberIn(together.toString());
        return number.isEmpty()
                ? stored
                : ask(FindingCode.RAISED_DIGITS, text, texts(number.stream(), withMark.stream()), stored);
    }

    /** A number typed as text. */
    private NumberCell typed(String text, NumberCell stored) {
        String tidy = VietnameseText.tidy(text);
        if (LESS_THAN_ONE.matcher(tidy).matches()) {
            BigDecimal fraction = new BigDecimal(tidy);
            List<String> readings = texts(Stream.of(fraction), Stream.of(fraction.movePointRight(3)));
            return ask(FindingCode.DOUBTFUL_NUMBER, tidy, readings, stored);
        }
        Matcher marked = MARKED.matcher(text.strip());
        if (stored.entry() != null || !marked.matches()) {
            return stored;
        }
        return raised(tidy, marked.group(1), stored);
    }

    /** A number whose format says per cent where there are none, or a rate that can hardly be one. */
    private NumberCell rated(Grid.Cell cell, NumberCell stored) {
        BigDecimal number = numberOf(cell);
        BigDecimal hundredfold = number.multiply(HUNDRED);
        if (!NumberCell.isRate(measure)) {
            return cell.isPercent() && number.signum() != 0
                    ? ask(
                            FindingCode.SHOWN_DIFFERS,
                            text(hundredfold) + "%",
                            texts(Stream.of(number), Stream.of(hundredfold)),
                            stored)
                    : stored;
        }
        BigDecimal rate = cell.isPercent() ? hundredfold : number;
        if (cell.isPercent() && rate.compareTo(HIGHEST_RATE) > 0 && number.compareTo(HUNDRED) <= 0) {
            List<String> readings = List.of(text(number), text(rate));
            return ask(FindingCode.SHOWN_DIFFERS, text(rate) + "%", readings, stored);
        }
        if (rate.compareTo(HIGH_RATE) > 0 && rate.compareTo(HIGHEST_RATE) <= 0) {
            List<String> readings = Stream.of(rate.movePointLeft(1), rate, rate.movePointLeft(2))
                    .map(ShownValues::text)
                    .toList();
            return ask(FindingCode.DOUBTFUL_NUMBER, cell.text(), readings, stored);
        }
        return stored;
    }

    /** A number whose format scales it, or writes digits, words or marks beside it. */
    private NumberCell formatted(Grid.Cell cell, Grid.Shown shown, NumberCell stored) {
        BigDecimal number = numberOf(cell);
        Optional<VietnameseNumber> seen = VietnameseNumber.parse(shown.text());
        Optional<BigDecimal> factor = seen.flatMap(parsed -> factor(parsed.suffix()));
        boolean isUnit = seen.filter(parsed -> NumberCell.fits(parsed, measure)).isPresent();
        BigDecimal unit = factor(measure.unitOfCount()).orElse(BigDecimal.ONE);
        Optional<BigDecimal> meant = seen.map(parsed -> isUnit || factor.isEmpty()
                ? parsed.value()
                : parsed.value().multiply(factor.get()).divide(unit, MathContext.DECIMAL64));
        boolean isScaled = shown.manner() == Grid.Manner.SCALED;
        if (isScaled
                || meant.filter(value -> !isUnit && factor.isPresent() && value.compareTo(number) != 0)
                        .isPresent()) {
            Stream<BigDecimal> ofPaper = Stream.concat(meant.stream(), seen.map(VietnameseNumber::value).stream());
            return ask(FindingCode.SHOWN_DIFFERS, shown.text(), texts(ofPaper, Stream.of(number)), stored);
        }
        if (seen.isPresent() && seen.get().qualifier() != null && isUnit && stored.entry() != null) {
            return NumberCell.chosen(stored.entry().value(), seen.get().qualifier(), shown.text(), measure, place);
        }
        boolean isTold = isUnit || stored.finding() != null;
        return isTold
                ? stored
                : new NumberCell(
                        stored.entry(),
                        question(FindingCode.SHOWN_DIFFERS, shown.text(), List.of(text(number)))
                                .as(Severity.WARNING));
    }

    private static Optional<BigDecimal> factor(String words) {
        return BETWEEN_WORDS
                .splitAsStream(VietnameseText.tidy(words).toLowerCase(Locale.ROOT))
                .filter(FACTORS::containsKey)
                .map(FACTORS::get)
                .findFirst();
    }

    private Finding question(FindingCode code, String text, List<String> candidates) {
        return Finding.of(code, place, Fact.TEXT.is(text), Fact.CANDIDATES.is(String.join(", ", candidates)));
    }

    private NumberCell ask(FindingCode code, String text, List<String> candidates, NumberCell stored) {
        Finding question = question(code, text, candidates);
        Optional<String> answer = answers.apply(question);
        if (answer.isEmpty()) {
            return new NumberCell(null, question);
        }
        String raw = stored.entry() == null ? text : stored.entry().raw();
        return numberIn(answer.get())
                .map(value -> NumberCell.chosen(value, null, raw, measure, place))
                .orElseGet(NumberCell::blank);
    }

    /** Every reading once; of a count only whole numbers, unless none is. */
    private List<String> texts(Stream<BigDecimal> likely, Stream<BigDecimal> others) {
        List<BigDecimal> all = Stream.concat(likely, others).toList();
        List<BigDecimal> whole = all.stream()
                .filter(value ->
                        measure.decimals() > 0 || value.stripTrailingZeros().scale() <= 0)
                .toList();
        return (whole.isEmpty() ? all : whole)
                .stream().map(ShownValues::text).distinct().toList();
    }

    private Optional<BigDecimal> numberIn(String text) {
        return VietnameseNumber.parse(text)
                .filter(parsed -> NumberCell.fits(parsed, measure))
                .map(VietnameseNumber::value);
    }

    private static BigDecimal numberOf(Grid.Cell cell) {
        return cell.number() == null ? BigDecimal.ZERO : cell.number();
    }

    private static String text(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
