package tonghop.validate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Entry;
import tonghop.domain.form.Form;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Measure;
import tonghop.domain.form.Submission;
import tonghop.domain.form.TableRow;

/**
 * A rate that a row states, against the counts of the same row, at the number of decimals that was written.
 *
 * <p>Rounded half-up agrees; cut off is information; anything else is a warning. A rate with a word such as 'trên', and
 * one without counts, cannot be compared.
 */
final class StatedRates implements Rule<Submission> {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int EXACT_DIGITS = 30;

    /** More decimals nobody writes: such a rate was computed by the sheet, and only its first decimals are exact. */
    private static final int MOST_DECIMALS = 8;

    private final Definitions definitions;

    StatedRates(Definitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public List<FindingCode> codes() {
        return List.of(FindingCode.RATE_CUT_OFF, FindingCode.RATE_DIFFERS);
    }

    @Override
    public List<Finding> check(Submission submission) {
        List<Finding> findings = new ArrayList<>();
        for (TableRow row : submission.rows()) {
            for (Form.Column column : submission.form().columns()) {
                Measure measure = column.measure();
                Entry stated = row.entries().get(column.no());
                if (measure != null && stated != null && stated.qualifier() == null) {
                    definitions
                            .indicator(measure.id())
                            .filter(Indicator::isComputed)
                            .flatMap(indicator -> compare(submission, row, stated, indicator))
                            .ifPresent(findings::add);
                }
            }
        }
        return findings;
    }

    private static Optional<Finding> compare(Submission submission, TableRow row, Entry stated, Indicator indicator) {
        Map<String, BigDecimal> counts = countsOf(submission.form(), row);
        if (!counts.keySet().containsAll(indicator.numerator())
                || !counts.keySet().containsAll(indicator.denominator())) {
            return Optional.empty();
        }
        BigDecimal numerator = sum(counts, indicator.numerator());
        BigDecimal denominator = sum(counts, indicator.denominator());
        if (denominator.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal rate = rate(numerator, denominator);
        int decimals = Math.min(MOST_DECIMALS, Math.max(0, stated.value().scale()));
        BigDecimal written = stated.value().setScale(decimals, RoundingMode.HALF_UP);
        if (rate.setScale(decimals, RoundingMode.HALF_UP).compareTo(written) == 0) {
            return Optional.empty();
        }
        boolean isCutOff = rate.setScale(decimals, RoundingMode.DOWN).compareTo(written) == 0;
        Finding finding = Finding.of(
                isCutOff ? FindingCode.RATE_CUT_OFF : FindingCode.RATE_DIFFERS,
                submission.at(stated.cell()),
                Fact.STATED.is(stated.value()),
                Fact.COMPUTED.is(rate.setScale(Math.max(decimals, indicator.decimals()), RoundingMode.HALF_UP)),
                Fact.NUMERATOR.is(numerator),
                Fact.DENOMINATOR.is(denominator));
        return Optional.of(
                isCutOff
                        ? finding
                        : finding.likely(new RateCauses(submission, row, indicator, written)
                                .find(rate, counts)
                                .orElse(null)));
    }

    /** In per cent, as good as exact. */
    static BigDecimal rate(BigDecimal numerator, BigDecimal denominator) {
        return numerator.multiply(HUNDRED).divide(denominator, EXACT_DIGITS, RoundingMode.HALF_UP);
    }

    /** Every count that a row states, by measure, sums of columns included. */
    static Map<String, BigDecimal> countsOf(Form form, TableRow row) {
        Map<Integer, BigDecimal> values = row.values();
        Map<String, BigDecimal> counts = new HashMap<>();
        for (Form.Column column : form.columns()) {
            BigDecimal value = values.get(column.no());
            Measure measure = column.measure();
            if (value != null && measure != null) {
                counts.put(measure.id(), value);
            }
        }
        for (Form.Derived derived : form.derived()) {
            if (derived.sum().isStatedIn(values)) {
                counts.put(derived.measure().id(), derived.sum().of(values));
            }
        }
        return counts;
    }

    static BigDecimal sum(Map<String, BigDecimal> counts, List<String> ids) {
        return ids.stream()
                .map(id -> counts.getOrDefault(id, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
