package tonghop.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form's definition as it is written in {@code templates/forms/*.yaml}; what may be left out may be absent, a list is
 * then empty.
 */
record FormYaml(
        @Nullable String form,
        @Nullable String title,
        @Nullable String issuedBy,
        @Nullable ValidYaml valid,
        @Nullable String blank,
        @Nullable String rows,
        List<String> signs,
        List<OwedYaml> owed,
        List<String> standsFor,
        List<ColumnYaml> columns,
        List<DerivedYaml> derived,
        List<CountYaml> counts,
        List<RuleYaml> rules) {

    record ValidYaml(@Nullable LocalDate from, @Nullable LocalDate to) {}

    record OwedYaml(
            @Nullable String level,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            List<String> periods) {}

    /** The words by which a measure is described, the same for a column, a sum and a count. */
    record MeasureYaml(
            @Nullable String measure,
            @Nullable String label,
            @Nullable String unitOfCount,
            @Nullable String nature,
            @Nullable Integer decimals,
            @Nullable String overUnits,
            @Nullable String overTime,
            boolean byLevel,
            @Nullable String carries,
            @Nullable BigDecimal plausibleMax) {}

    record ColumnYaml(
            @Nullable Integer no,
            @Nullable String attribute,
            List<String> values,
            @Nullable String measure,
            @Nullable String label,
            @Nullable String unitOfCount,
            @Nullable String nature,
            @Nullable Integer decimals,
            @Nullable String overUnits,
            @Nullable String overTime,
            boolean byLevel,
            @Nullable String carries,
            @Nullable BigDecimal plausibleMax) {

        MeasureYaml asMeasure() {
            return new MeasureYaml(
                    measure, label, unitOfCount, nature, decimals, overUnits, overTime, byLevel, carries, plausibleMax);
        }
    }

    record DerivedYaml(
            @Nullable String sum,
            @Nullable String measure,
            @Nullable String label,
            @Nullable String unitOfCount,
            @Nullable String nature,
            @Nullable Integer decimals,
            @Nullable String overUnits,
            @Nullable String overTime,
            boolean byLevel) {

        MeasureYaml asMeasure() {
            return new MeasureYaml(
                    measure, label, unitOfCount, nature, decimals, overUnits, overTime, byLevel, null, null);
        }
    }

    record CountYaml(
            @Nullable String where,
            List<String> in,
            @Nullable String measure,
            @Nullable String label,
            @Nullable String unitOfCount,
            @Nullable String nature,
            boolean byLevel) {

        MeasureYaml asMeasure() {
            return new MeasureYaml(measure, label, unitOfCount, nature, null, null, null, byLevel, null, null);
        }
    }

    /** A rule: either the formula alone, or the formula with a severity of its own. */
    record RuleYaml(@Nullable String rule, @Nullable String severity) {

        @JsonCreator
        RuleYaml(@JsonProperty("rule") @Nullable String rule, @JsonProperty("severity") @Nullable String severity) {
            this.rule = rule;
            this.severity = severity;
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static RuleYaml of(String formula) {
            return new RuleYaml(formula, null);
        }
    }
}
