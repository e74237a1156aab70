package tonghop.domain.report;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.SubmissionState;

/**
 * A report as it was published, read back.
 *
 * @param nodes every unit of the report by code, from above
 * @param leaves every observation in it
 * @param sources every sheet that it speaks of
 */
public record PublishedReport(
        String unit, String period, Map<String, Node> nodes, List<Leaf> leaves, List<Source> sources) {

    public PublishedReport {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        leaves = List.copyOf(leaves);
        sources = List.copyOf(sources);
    }

    /** One in which nothing stands. */
    public static PublishedReport none(String unit, String period) {
        return new PublishedReport(unit, period, Map.of(), List.of(), List.of());
    }

    /**
     * A unit with its figures by id.
     *
     * @param parent the code of the unit above; absent at the top
     */
    public record Node(String code, String name, @Nullable String parent, Map<String, Value> figures) {

        public Node {
            figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        }
    }

    /**
     * A figure.
     *
     * @param value as it was shown; a declared rate's own number where there is no other; absent: missing
     */
    public record Value(
            String label,
            Figure.Kind kind,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator) {}

    /** An observation. */
    public record Leaf(
            String unit, String form, String period, String measure, BigDecimal value, String file, String sheet) {}

    /** A sheet. */
    public record Source(
            String file, String sha256, String sheet, String form, String unit, String period, SubmissionState state) {

        /** Whether it stood in the figures. */
        boolean counts() {
            return state.counts();
        }

        /** Whether it is the same text, under whatever name. */
        boolean isSameContent(Source other) {
            return sha256.equals(other.sha256) && sheet.equals(other.sheet) && isSameKey(other);
        }

        /** Whether one would replace the other. */
        boolean isSameKey(Source other) {
            return form.equals(other.form) && unit.equals(other.unit) && period.equals(other.period);
        }
    }

    Optional<BigDecimal> valueOf(String unit, String id) {
        return Optional.ofNullable(nodes.get(unit))
                .flatMap(node -> Optional.ofNullable(node.figures().get(id)))
                .flatMap(figure -> Optional.ofNullable(figure.value()));
    }
}
