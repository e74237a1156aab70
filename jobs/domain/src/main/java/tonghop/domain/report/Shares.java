package tonghop.domain.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tonghop.domain.form.Qualifier;
import tonghop.domain.unit.Unit;

/** Divides a figure among the units that took over parts of a territory. */
final class Shares {

    private Shares() {}

    /** Whether a share is declared for each of several successors, and nothing is left over. */
    static boolean areDeclared(Unit unit) {
        List<BigDecimal> shares = unit.successors().stream()
                .flatMap(successor -> Stream.ofNullable(successor.share()))
                .toList();
        BigDecimal sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return shares.size() == unit.successors().size() && sum.compareTo(BigDecimal.ONE) == 0;
    }

    /**
     * The parts of {@code figure}, in the order of {@code successors}. They add up to it exactly: the last takes what
     * the others leave. A part with more decimals than the figure is an estimate and marked 'khoảng'.
     */
    static List<Restatement.Contribution> split(List<Unit.Successor> successors, Restatement.Contribution figure) {
        List<Restatement.Contribution> parts = new ArrayList<>();
        BigDecimal left = figure.value();
        for (int index = 0; index < successors.size(); index++) {
            BigDecimal share = successors.get(index).share();
            boolean isLast = share == null || index == successors.size() - 1;
            BigDecimal part = isLast ? left : figure.value().multiply(share);
            left = left.subtract(part);
            parts.add(part(figure, part));
        }
        return parts;
    }

    private static Restatement.Contribution part(Restatement.Contribution figure, BigDecimal value) {
        boolean isEstimate = decimals(value) > decimals(figure.value());
        return new Restatement.Contribution(
                figure.unit(), figure.measure(), value, isEstimate ? Qualifier.ABOUT : figure.qualifier());
    }

    private static int decimals(BigDecimal value) {
        return Math.max(0, value.stripTrailingZeros().scale());
    }
}
