package tonghop.validate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tonghop.domain.finding.LikelyCause;
import tonghop.domain.form.Entry;

/** What may have made a stated sum differ from its parts; guesses that fit the numbers exactly. */
final class SumCauses {

    private static final int[] FACTORS = {10, 100, 1000};

    private SumCauses() {}

    /** A number with the row or column that it stands in, and how far it may be off: see {@link Entry#noise}. */
    record Part(String label, BigDecimal value, BigDecimal noise) {}

    /**
     * The likely cause of {@code stated}.
     *
     * @param parts what it should be the sum of
     * @param subtotals sums of some of the parts, that are no parts
     */
    static Optional<LikelyCause> of(BigDecimal stated, List<Part> parts, List<Part> subtotals) {
        BigDecimal sum = sum(parts);
        if (stated.signum() == 0) {
            return Optional.empty();
        }
        return factor(stated, sum)
                .or(() -> swappedDigits(stated, sum))
                .or(() -> twiceBySubtotals(stated.subtract(sum), subtotals))
                .or(() -> onlyOne(parts, sum.subtract(stated)).map(LikelyCause.Kind.PART_LEFT_OUT::of))
                .or(() -> onlyOne(parts, stated.subtract(sum)).map(LikelyCause.Kind.PART_COUNTED_TWICE::of))
                .or(() -> factorOfOne(stated.subtract(sum), parts));
    }

    static Optional<LikelyCause> factor(BigDecimal stated, BigDecimal right) {
        for (int factor : FACTORS) {
            BigDecimal times = BigDecimal.valueOf(factor);
            boolean fits = stated.multiply(times).compareTo(right) == 0
                    || right.multiply(times).compareTo(stated) == 0;
            if (fits && right.signum() != 0) {
                return Optional.of(LikelyCause.Kind.FACTOR.of(times.toPlainString()));
            }
        }
        return Optional.empty();
    }

    /** Two neighbouring digits that changed places, and nothing else. */
    static Optional<LikelyCause> swappedDigits(BigDecimal stated, BigDecimal right) {
        int scale = Math.max(0, Math.max(stated.scale(), right.scale()));
        String one = stated.setScale(scale).unscaledValue().toString();
        String other = right.setScale(scale).unscaledValue().toString();
        if (one.length() != other.length()) {
            return Optional.empty();
        }
        for (int index = 0; index + 1 < one.length(); index++) {
            String swapped =
                    one.substring(0, index) + one.charAt(index + 1) + one.charAt(index) + one.substring(index + 2);
            if (swapped.equals(other)) {
                return Optional.of(LikelyCause.Kind.DIGITS_SWAPPED.of(""));
            }
        }
        return Optional.empty();
    }

    private static Optional<LikelyCause> twiceBySubtotals(BigDecimal excess, List<Part> subtotals) {
        if (subtotals.size() > 1 && excess.signum() > 0 && excess.compareTo(sum(subtotals)) == 0) {
            return Optional.of(LikelyCause.Kind.SUBTOTALS_COUNTED_TWICE.of(
                    String.join(", ", subtotals.stream().map(Part::label).toList())));
        }
        return onlyOne(subtotals, excess).map(LikelyCause.Kind.SUBTOTALS_COUNTED_TWICE::of);
    }

    /** A part that alone makes the difference by being {@code 10}, {@code 100} or {@code 1,000} times itself. */
    private static Optional<LikelyCause> factorOfOne(BigDecimal excess, List<Part> parts) {
        for (int factor : FACTORS) {
            BigDecimal more = BigDecimal.valueOf(factor - 1L);
            BigDecimal times = BigDecimal.valueOf(factor);
            List<Part> fitting = parts.stream()
                    .filter(part -> part.value().signum() != 0)
                    .filter(part -> part.value().multiply(more).compareTo(excess) == 0
                            || part.value()
                                            .multiply(more)
                                            .compareTo(excess.multiply(times).negate())
                                    == 0)
                    .toList();
            if (fitting.size() == 1) {
                return Optional.of(LikelyCause.Kind.FACTOR.of(
                        "%d ('%s')".formatted(factor, fitting.get(0).label())));
            }
        }
        return Optional.empty();
    }

    /** The one part with this value; where several have it, nobody can say which. */
    private static Optional<String> onlyOne(List<Part> parts, BigDecimal value) {
        List<Part> fitting = value.signum() <= 0
                ? List.of()
                : parts.stream()
                        .filter(part -> part.value().compareTo(value) == 0)
                        .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0).label()) : Optional.empty();
    }

    static BigDecimal noise(List<Part> parts) {
        return parts.stream().map(Part::noise).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal sum(List<Part> parts) {
        return parts.stream().map(Part::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
