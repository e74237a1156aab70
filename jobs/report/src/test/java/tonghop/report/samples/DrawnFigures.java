package tonghop.report.samples;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.Amount;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Measure;
import tonghop.domain.form.Nature;
import tonghop.domain.form.Qualifier;
import tonghop.domain.report.Bounds;
import tonghop.domain.report.Figure;
import tonghop.domain.report.Figure.Sent;

/** Figures drawn for tests; a value that is not given is missing. */
public final class DrawnFigures {

    private DrawnFigures() {}

    /** How many people, of a flow, or the place of a rank. */
    public static Figure count(
            String id, String label, Nature nature, @Nullable String value, @Nullable Qualifier mark, Sent sent) {
        Measure measure = new Measure(id, label, "lượt", nature, true, Nature.OverTime.SUM, 2, false);
        return new Figure.Count(measure, Optional.empty(), amount(value, mark), sent, false);
    }

    /** A rate that is so many per cent of 100. */
    public static Figure rate(String id, String label, String value, @Nullable Qualifier mark, Sent sent) {
        return rate(indicator(id, label), value, "100", mark, null, null, sent);
    }

    /** A rate that its unit states, without counts. */
    public static Figure declared(String id, String label, String value, @Nullable Qualifier mark) {
        return new Figure.Rate(
                indicator(id, label), Optional.empty(), Optional.empty(), amount(value, mark), new Sent(1, 0, 1));
    }

    /** A rate of counts of which the upper one has the mark, beside which its unit states one. */
    public static Figure rate(
            Indicator indicator,
            String numerator,
            String denominator,
            @Nullable Qualifier mark,
            @Nullable Bounds bounds,
            @Nullable Amount stated,
            Sent sent) {
        Amount above = new Amount(new BigDecimal(numerator), mark);
        Amount below = new Amount(new BigDecimal(denominator), null);
        return new Figure.Rate(
                indicator,
                Optional.of(above.over(below)),
                Optional.ofNullable(bounds),
                Optional.ofNullable(stated),
                sent);
    }

    private static Indicator indicator(String id, String label) {
        return new Indicator(id, label, List.of("above." + id), List.of("below." + id), 2, true);
    }

    private static Optional<Amount> amount(@Nullable String value, @Nullable Qualifier mark) {
        return Stream.ofNullable(value)
                .map(text -> new Amount(new BigDecimal(text), mark))
                .findFirst();
    }
}
