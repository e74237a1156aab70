package tonghop.validate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.report.Figure;
import tonghop.domain.report.PeriodView;
import tonghop.domain.report.UnitReport;
import tonghop.domain.time.Period;

/**
 * Figures whose parts, each rounded as it is shown, do not add up to the total as it is shown, though the exact ones
 * do: a reader who adds them up should find that said.
 */
final class RoundedParts implements Rule<PeriodView> {

    @Override
    public List<FindingCode> codes() {
        return List.of(FindingCode.PARTS_DO_NOT_ADD_UP);
    }

    @Override
    public List<Finding> check(PeriodView view) {
        return of(view.report(), view.period());
    }

    private static List<Finding> of(UnitReport report, Period period) {
        List<Finding> findings = new ArrayList<>();
        for (Figure total : report.figures()) {
            if (total.kind() == Figure.Kind.MEASURE && total.value() != null) {
                ofTotal(total, total.value(), report, period).ifPresent(findings::add);
            }
        }
        report.children().forEach(child -> findings.addAll(of(child, period)));
        return findings;
    }

    private static Optional<Finding> ofTotal(Figure total, BigDecimal value, UnitReport report, Period period) {
        List<BigDecimal> parts = report.children().stream()
                .map(child -> valueOf(total.id(), child))
                .filter(Objects::nonNull)
                .toList();
        BigDecimal shown = shown(value, total);
        BigDecimal sum = sum(parts.stream().map(part -> shown(part, total)));
        boolean isExact = sum(parts.stream()).compareTo(value) == 0;
        return isExact && sum.compareTo(shown) != 0
                ? Optional.of(Finding.of(
                        FindingCode.PARTS_DO_NOT_ADD_UP,
                        Place.ofForm(report.unit().code(), null, period.code()),
                        Fact.COMPUTED.is(sum),
                        Fact.STATED.is(shown),
                        Fact.LABEL.is(total.label()),
                        Fact.MEASURE.is(total.id())))
                : Optional.empty();
    }

    private static @Nullable BigDecimal valueOf(String id, UnitReport child) {
        return child.figures().stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .map(Figure::value)
                .orElse(null);
    }

    private static BigDecimal shown(BigDecimal value, Figure figure) {
        return value.setScale(figure.decimals(), RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(Stream<BigDecimal> values) {
        return values.reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
