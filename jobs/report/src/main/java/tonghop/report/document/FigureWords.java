package tonghop.report.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tonghop.domain.Figure;
import tonghop.domain.FigureComparison;
import tonghop.domain.Indicator;
import tonghop.domain.PastFigures;
import tonghop.domain.Qualifier;
import tonghop.report.Words;

/**
 * How a figure is put in a document: '2.107', '05', '68,25%', 'trên 98%'.
 *
 * <p>Counts below ten have a leading zero, as documents want it. What is missing gives no text at all.
 */
final class FigureWords {

    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final String STATED_BY_UNIT = "theo số liệu đơn vị tự nêu; không có số liệu gốc";

    private static final Map<String, BiFunction<Figure, PastFigures, Optional<String>>> FUNCTIONS =
            new TreeMap<>(Map.of(
                    "", (figure, past) -> inSentence(figure),
                    "so", (figure, past) -> Optional.ofNullable(figure.value()).map(value -> plain(value, figure)),
                    "neu-co", (figure, past) -> isZero(figure) ? Optional.empty() : inSentence(figure),
                    "tu-so",
                            (figure, past) ->
                                    Optional.ofNullable(figure.numerator()).map(FigureWords::count),
                    "mau-so",
                            (figure, past) ->
                                    Optional.ofNullable(figure.denominator()).map(FigureWords::count),
                    "do-phu", (figure, past) -> coverage(figure),
                    "so-voi-cung-ky", FigureWords::againstLastYear,
                    "so-voi-ky-truoc", FigureWords::againstBefore));

    private FigureWords() {}

    /** What may be asked of a figure, as {@code tu-so} in {@code {{tu-so:on-time-rate}}}. */
    static List<String> functions() {
        return List.copyOf(FUNCTIONS.keySet());
    }

    static Optional<String> of(String function, Figure figure, PastFigures past) {
        return Optional.ofNullable(FUNCTIONS.get(function)).flatMap(known -> known.apply(figure, past));
    }

    /** A figure that was given: its value, or the rate that its unit states. */
    static boolean isGiven(Figure figure) {
        return figure.value() != null || figure.declared() != null;
    }

    private static boolean isZero(Figure figure) {
        BigDecimal value = figure.value();
        return value != null && value.signum() == 0;
    }

    /** The figure as a table has it: what is behind it stands in another column. */
    static Optional<String> inTable(Figure figure) {
        BigDecimal value = figure.value() == null ? figure.declared() : figure.value();
        return Optional.ofNullable(value).map(given -> marked(given, figure));
    }

    private static Optional<String> inSentence(Figure figure) {
        String ground = figure.value() == null ? " (" + STATED_BY_UNIT + ")" : "";
        return inTable(figure).map(text -> text + ground);
    }

    private static String marked(BigDecimal value, Figure figure) {
        Qualifier mark = figure.qualifier();
        String number = isRate(figure) ? plain(value, figure) + "%" : count(value);
        return mark == null ? number : mark.word() + " " + number;
    }

    private static boolean isRate(Figure figure) {
        return figure.kind() == Figure.Kind.INDICATOR || figure.unitOfCount().equals("%");
    }

    private static String plain(BigDecimal value, Figure figure) {
        BigDecimal shown = isRate(figure) ? value.setScale(figure.decimals(), RoundingMode.HALF_UP) : value;
        return Words.number(shown.stripTrailingZeros());
    }

    /** A count, with a leading zero below ten. */
    static String count(BigDecimal value) {
        BigDecimal shown = value.stripTrailingZeros();
        boolean isSmall = shown.scale() <= 0 && shown.signum() > 0 && shown.compareTo(TEN) < 0;
        return (isSmall ? "0" : "") + Words.number(shown);
    }

    static String count(int value) {
        return count(BigDecimal.valueOf(value));
    }

    /** 'số liệu của 07/08 đơn vị'; empty if all that owe it have reported. */
    static Optional<String> coverage(Figure figure) {
        if (figure.reported() >= figure.expected()) {
            return Optional.empty();
        }
        String of = count(figure.expected()) + " đơn vị";
        if (figure.reported() == 0 && figure.partial() > 0) {
            return Optional.of("số liệu một phần của %s/%s".formatted(count(figure.partial()), of));
        }
        String partly = figure.partial() == 0 ? "" : ", một phần của %s đơn vị".formatted(count(figure.partial()));
        return Optional.of("số liệu của %s/%s%s".formatted(count(figure.reported()), of, partly));
    }

    static Optional<String> againstLastYear(Figure figure, PastFigures past) {
        return Optional.ofNullable(past.lastYear())
                .flatMap(then -> against(
                        figure, then, "cùng kỳ năm " + then.period().to().getYear()));
    }

    private static Optional<String> againstBefore(Figure figure, PastFigures past) {
        return Optional.ofNullable(past.before())
                .flatMap(then -> against(figure, then, then.period().label()));
    }

    /** Only of what the same units stand behind: else more units would read as more complaints. */
    private static Optional<String> against(Figure figure, PastFigures.PastPeriod then, String name) {
        return then.find(figure.id())
                .flatMap(past -> FigureComparison.between(figure, past))
                .filter(FigureComparison::isComparable)
                .map(change -> change.difference().signum() == 0
                        ? "bằng " + name
                        : "%s %s so với %s"
                                .formatted(
                                        change.difference().signum() > 0 ? "tăng" : "giảm",
                                        amount(change, figure),
                                        name));
    }

    private static String amount(FigureComparison change, Figure figure) {
        BigDecimal difference = change.difference().abs();
        if (isRate(figure)) {
            return Words.number(difference.stripTrailingZeros()) + " điểm phần trăm";
        }
        BigDecimal percent = change.percent();
        return percent == null || percent.signum() == 0
                ? count(difference) + " " + figure.unitOfCount()
                : Words.number(percent.abs().stripTrailingZeros()) + "%";
    }

    /** What a reader of a table must know of a figure besides its value; may be empty. */
    static String note(Figure figure) {
        List<String> notes = new ArrayList<>();
        if (figure.value() == null && figure.declared() != null) {
            notes.add(STATED_BY_UNIT);
        } else if (figure.declared() != null && !agrees(figure)) {
            notes.add("đơn vị tự nêu %s%%"
                    .formatted(Words.qualified(figure.declared().stripTrailingZeros(), figure.declaredQualifier())));
        }
        target(figure).ifPresent(notes::add);
        coverage(figure).ifPresent(notes::add);
        return String.join("; ", notes);
    }

    private static boolean agrees(Figure figure) {
        BigDecimal value = figure.value();
        BigDecimal declared = figure.declared();
        return value != null
                && declared != null
                && value.setScale(Math.max(0, declared.scale()), RoundingMode.HALF_UP)
                                .compareTo(declared)
                        == 0;
    }

    private static Optional<String> target(Figure figure) {
        @Nullable Indicator indicator = figure.indicator();
        BigDecimal value = figure.value();
        if (indicator == null || indicator.target() == null || value == null) {
            return Optional.empty();
        }
        return Optional.of("mục tiêu %s%%: %s"
                .formatted(
                        Words.number(indicator.target().stripTrailingZeros()),
                        indicator.isReachedBy(value) ? "đạt" : "chưa đạt"));
    }
}
