package tonghop.validate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tonghop.domain.finding.LikelyCause;
import tonghop.domain.form.Form;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Measure;
import tonghop.domain.form.Submission;
import tonghop.domain.form.TableRow;

/**
 * What may have made a stated rate differ from the counts of its row.
 *
 * <p>Whatever stands in a row makes many quotients, and a rate without decimals fits some of them by chance: other
 * counts are only named for rates that were written with decimals.
 */
final class RateCauses {

    private static final int MEAN_DIGITS = 30;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Submission submission;
    private final TableRow row;
    private final Indicator indicator;
    private final BigDecimal written;

    /** For a rate {@code written} in {@code row}, with as many decimals as were written. */
    RateCauses(Submission submission, TableRow row, Indicator indicator, BigDecimal written) {
        this.submission = submission;
        this.row = row;
        this.indicator = indicator;
        this.written = written;
    }

    /** The likely cause, given the right rate and the counts of the row. */
    Optional<LikelyCause> find(BigDecimal rate, Map<String, BigDecimal> counts) {
        BigDecimal rounded = rate.setScale(written.scale(), RoundingMode.HALF_UP);
        if (rounded.subtract(written).abs().compareTo(BigDecimal.ONE.movePointLeft(written.scale())) <= 0) {
            return Optional.of(LikelyCause.Kind.ROUNDING.of(""));
        }
        return factor(rate)
                .or(() -> SumCauses.swappedDigits(written, rounded))
                .or(this::meanOfRates)
                .or(this::otherRow)
                .or(() -> otherCounts(counts));
    }

    private Optional<LikelyCause> factor(BigDecimal rate) {
        if (written.precision() < 2 || written.signum() == 0) {
            return Optional.empty();
        }
        for (int places = 1; places <= 3; places++) {
            if (isWritten(rate.movePointLeft(places)) || isWritten(rate.movePointRight(places))) {
                return Optional.of(
                        LikelyCause.Kind.FACTOR.of(BigDecimal.TEN.pow(places).toPlainString()));
            }
        }
        return Optional.empty();
    }

    private Optional<LikelyCause> meanOfRates() {
        List<BigDecimal> rates = row.kind().isLeaf()
                ? List.of()
                : submission.rows().stream()
                        .filter(other -> other.kind().isLeaf())
                        .flatMap(other -> rateOf(other).stream())
                        .toList();
        if (rates.size() < 2) {
            return Optional.empty();
        }
        BigDecimal mean = rates.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(rates.size()), MEAN_DIGITS, RoundingMode.HALF_UP);
        return isWritten(mean) ? Optional.of(LikelyCause.Kind.MEAN_OF_RATES.of("")) : Optional.empty();
    }

    /** Rates that were pasted a row too high or too low, or into each other's rows. */
    private Optional<LikelyCause> otherRow() {
        return submission.rows().stream()
                .filter(other -> other.number() != row.number() && isTelling())
                .filter(other -> rateOf(other).filter(this::isWritten).isPresent())
                .findFirst()
                .map(other -> LikelyCause.Kind.OTHER_ROW.of(other.label()));
    }

    /** Whether it is a number that does not stand in many rows, as 0 and 100 do. */
    private boolean isTelling() {
        return written.scale() > 0 && written.signum() != 0 && written.compareTo(HUNDRED) != 0;
    }

    private Optional<BigDecimal> rateOf(TableRow other) {
        Map<String, BigDecimal> counts = StatedRates.countsOf(submission.form(), other);
        BigDecimal denominator = StatedRates.sum(counts, indicator.denominator());
        boolean isGiven = counts.keySet().containsAll(indicator.numerator()) && denominator.signum() != 0;
        return isGiven
                ? Optional.of(StatedRates.rate(StatedRates.sum(counts, indicator.numerator()), denominator))
                : Optional.empty();
    }

    private Optional<LikelyCause> otherCounts(Map<String, BigDecimal> counts) {
        if (!isTelling()) {
            return Optional.empty();
        }
        Map<String, Measure> measures = new HashMap<>(submission.form().measures());
        measures.values().removeIf(measure -> !measure.addsOverUnits() || !counts.containsKey(measure.id()));
        List<String> fitting = new ArrayList<>();
        for (Form.Column column : submission.form().columns()) {
            Measure below = column.measure();
            if (below != null && measures.containsKey(below.id())) {
                measures.values().stream()
                        .filter(above -> isPair(above, below))
                        .filter(above -> isRatio(counts, above, below))
                        .map(above -> "%s / %s".formatted(above.label(), below.label()))
                        .forEach(fitting::add);
            }
        }
        return fitting.stream().sorted().findFirst().map(LikelyCause.Kind.OTHER_COUNTS::of);
    }

    /** One of the two counts is the right one, or both count the same other thing: đơn for vụ. */
    private boolean isPair(Measure above, Measure below) {
        return !above.id().equals(below.id())
                && (indicator.numerator().equals(List.of(above.id()))
                        || indicator.denominator().equals(List.of(below.id()))
                        || above.unitOfCount().equals(below.unitOfCount()));
    }

    private boolean isRatio(Map<String, BigDecimal> counts, Measure above, Measure below) {
        BigDecimal numerator = StatedRates.sum(counts, List.of(above.id()));
        BigDecimal denominator = StatedRates.sum(counts, List.of(below.id()));
        return denominator.signum() > 0 && isWritten(StatedRates.rate(numerator, denominator));
    }

    /** Whether {@code rate}, rounded or cut off, is what was written. */
    private boolean isWritten(BigDecimal rate) {
        return rate.setScale(written.scale(), RoundingMode.HALF_UP).compareTo(written) == 0
                || rate.setScale(written.scale(), RoundingMode.DOWN).compareTo(written) == 0;
    }
}
