package tonghop.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The shapes of the small YAML files of the catalogue. */
final class OtherYaml {

    private OtherYaml() {}

    record IndicatorsYaml(List<IndicatorYaml> indicators) {}

    record IndicatorYaml(
            @Nullable String id,
            @Nullable String label,
            List<String> numerator,
            List<String> denominator,
            @Nullable Integer decimals,
            @Nullable String better,
            @Nullable BigDecimal target) {}

    record RulesYaml(List<RuleYaml> rules) {}

    record RuleYaml(
            @Nullable String id,
            List<String> left,
            @Nullable String relation,
            List<String> right,
            @Nullable String label) {}

    record WordsYaml(
            List<String> totals,
            List<String> groups,
            List<String> children,
            List<String> parts,
            List<String> periods,
            List<String> comparisons,
            List<AliasYaml> aliases) {}

    record AnswersYaml(List<AliasYaml> aliases) {}

    record AliasYaml(@Nullable String name, @Nullable String unit) {}

    record CalendarYaml(
            @Nullable Integer closingDay,
            List<TermYaml> terms,
            List<OverrideYaml> overrides,
            List<LocalDate> unitChanges,
            List<DeadlineYaml> deadlines,
            @Nullable HolidaysYaml holidays) {}

    record DeadlineYaml(
            @Nullable String level,
            @Nullable Set<String> periods,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer workingDays,
            @Nullable Integer dayOfMonth) {}

    record HolidaysYaml(List<String> everyYear, List<DayOffYaml> days, List<LocalDate> worked) {}

    record DayOffYaml(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String name) {}

    record TermYaml(
            @Nullable String code,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String label) {}

    record OverrideYaml(
            @Nullable String period,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}
}
