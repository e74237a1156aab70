package tonghop.report.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Qualifier;
import tonghop.domain.report.Figure;
import tonghop.domain.report.FigureComparison;
import tonghop.domain.report.PastFigures;
import tonghop.domain.report.PastFigures.PastFigure;
import tonghop.domain.report.PastFigures.PastPeriod;
import tonghop.domain.report.Report;
import tonghop.report.words.Words;

/**
 * How a figure is put in a document: '2.107', '05', '68,25%', 'trên 98%'.
 *
 * <p>Counts below ten have a leading zero, as documents want it. What is missing gives no text at all.
 */
final class FigureWords {

    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final String STATED_BY_UNIT = "theo số liệu đơn vị tự nêu";
    private static final String WITHOUT_COUNTS = "không có số liệu gốc";
    private static final String OVER_NOTHING = "mẫu số bằng 0, không tính tỷ lệ";

    private static final Map<String, BiFunction<Figure, Report, Optional<String>>> FUNCTIONS = new TreeMap<>(Map.of(
            "", (figure, report) -> inSentence(figure),
            "so", (figure, report) -> alone(figure),
            "neu-co", (figure, report) -> isZero(figure) ? Optional.empty() : inSentence(figure),
            "tu-so", FigureWords::numerator,
            "mau-so", FigureWords::denominator,
            "do-phu", (figure, report) -> coverage(figure),
            "so-voi-cung-ky", (figure, report) -> againstLastYear(figure, report.past()),
            "so-voi-ky-truoc", (figure, report) -> againstBefore(figure, report.past())));

    private FigureWords() {}

    /** What may be asked of a figure, as {@code tu-so} in {@code {{tu-so:on-time-rate}}}. */
    static List<String> functions() {
        return List.copyOf(FUNCTIONS.keySet());
    }

    /**
     * What {@code function} says of a figure; empty if there is nothing to say.
     *
     * @param report in which the figure is one of the top unit
     */
    static Optional<String> of(String function, Figure figure, Report report) {
        return Optional.ofNullable(FUNCTIONS.get(function)).flatMap(known -> known.apply(figure, report));
    }

    /** A figure that was given: its value, the rate that its unit states, or counts that nothing can be divided by. */
    static boolean isGiven(Figure figure) {
        return figure.value() != null || figure.declared() != null || figure.isOverNothing();
    }

    private static boolean isZero(Figure figure) {
        BigDecimal value = figure.value();
        return value != null && value.signum() == 0;
    }

    /** The figure as a table has it: what is behind it stands in another column. */
    static Optional<String> inTable(Figure figure) {
        return value(figure)
                .or(() -> Optional.ofNullable(figure.declared())
                        .map(stated -> marked(number(stated) + "%", figure.qualifier())));
    }

    private static Optional<String> value(Figure figure) {
        return Optional.ofNullable(figure.shown())
                .map(shown -> marked(isRate(figure) ? number(shown) + "%" : count(shown), figure.qualifier()));
    }

    private static Optional<String> inSentence(Figure figure) {
        return value(figure).or(() -> inTable(figure).map(stated -> "%s (%s)".formatted(stated, ground(figure))));
    }

    /** The number with its mark, and without leading zero and per cent. */
    private static Optional<String> alone(Figure figure) {
        return Optional.ofNullable(figure.shown()).map(shown -> marked(number(shown), figure.qualifier()));
    }

    static Optional<String> numerator(Figure figure, Report report) {
        return counted(figure.numerator(), figure, Indicator::numerator, report);
    }

    static Optional<String> denominator(Figure figure, Report report) {
        return counted(figure.denominator(), figure, Indicator::denominator, report);
    }

    private static Optional<String> counted(
            @Nullable BigDecimal sum, Figure figure, Function<Indicator, List<String>> measures, Report report) {
        Qualifier mark = Optional.ofNullable(figure.indicator())
                .map(indicator -> report.top().markOf(measures.apply(indicator)))
                .orElse(null);
        return Optional.ofNullable(sum).map(given -> marked(count(given), mark));
    }

    private static String marked(String number, @Nullable Qualifier mark) {
        return mark == null ? number : mark.word() + " " + number;
    }

    private static boolean isRate(Figure figure) {
        return figure.kind() == Figure.Kind.INDICATOR || figure.unitOfCount().equals("%");
    }

    private static String number(BigDecimal value) {
        return Words.number(value.stripTrailingZeros());
    }

    /** What a rate stands on that its unit only states. */
    private static String ground(Figure figure) {
        return STATED_BY_UNIT + "; " + (figure.isOverNothing() ? OVER_NOTHING : WITHOUT_COUNTS);
    }

    /** A count, with a leading zero below ten. */
    static String count(BigDecimal value) {
        BigDecimal shown = value.stripTrailingZeros();
        boolean isSmall = shown.scale() <= 0 && shown.signum() > 0 && shown.compareTo(TEN) < 0;
        return (isSmall ? "0" : "") + number(shown);
    }

    static String count(int value) {
        return count(BigDecimal.valueOf(value));
    }

    /** 'số liệu của 07/08 đơn vị'; empty if all that owe it have reported. */
    static Optional<String> coverage(Figure figure) {
        if (figure.sent().reported() >= figure.sent().expected()) {
            return Optional.empty();
        }
        String of = count(figure.sent().expected()) + " đơn vị";
        if (figure.sent().reported() == 0 && figure.sent().partial() > 0) {
            return Optional.of(
                    "số liệu một phần của %s/%s".formatted(count(figure.sent().partial()), of));
        }
        String partly = figure.sent().partial() == 0
                ? ""
                : ", một phần của %s đơn vị".formatted(count(figure.sent().partial()));
        return Optional.of("số liệu của %s/%s%s".formatted(count(figure.sent().reported()), of, partly));
    }

    static Optional<String> againstLastYear(Figure figure, PastFigures past) {
        return Optional.ofNullable(past.lastYear())
                .flatMap(then -> against(
                        figure, then, "cùng kỳ năm " + then.period().to().getYear()));
    }

    private static Optional<String> againstBefore(Figure figure, PastFigures past) {
        return Optional.ofNullable(past.before())
                .flatMap(then -> against(figure, then, then.period().labelInSentence()));
    }

    /** Only of what the same units stand behind: else more units would read as more complaints. */
    private static Optional<String> against(Figure figure, PastPeriod then, String name) {
        Optional<PastFigure> past = then.find(figure.id()).filter(PastFigure::isComparable);
        if (figure.isRank()) {
            return past.filter(earlier -> figure.value() != null)
                    .map(earlier ->
                            "%s xếp thứ %s".formatted(name, marked(number(earlier.value()), earlier.qualifier())));
        }
        return past.flatMap(earlier -> FigureComparison.between(figure, earlier))
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
            return number(difference) + " điểm phần trăm";
        }
        BigDecimal percent = change.percent();
        return percent == null || percent.signum() == 0
                ? count(difference) + " " + figure.unitOfCount()
                : number(percent.abs()) + "%";
    }

    /** What a reader of a table must know of a figure besides its value; may be empty. */
    static String note(Figure figure) {
        List<String> notes = new ArrayList<>();
        if (figure.value() == null && figure.declared() != null) {
            notes.add(ground(figure));
        } else if (figure.isOverNothing()) {
            notes.add(OVER_NOTHING);
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
                        number(indicator.target()),
                        figure.isTargetReached()
                                .map(isReached -> isReached ? "đạt" : "chưa đạt")
                                .orElse("chưa rõ, vì còn đơn vị chưa báo cáo")));
    }
}
