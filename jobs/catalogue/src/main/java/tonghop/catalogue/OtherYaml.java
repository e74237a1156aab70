package tonghop.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shapes of the small YAML files of the catalogue. */
final class OtherYaml {

    private OtherYaml() {}

    record IndicatorsYaml(@Nullable List<IndicatorYaml> indicators) {}

    record IndicatorYaml(
            @Nullable String id,
            @Nullable String label,
            @Nullable List<String> numerator,
            @Nullable List<String> denominator,
            @Nullable Integer decimals,
            @Nullable String better,
            @Nullable BigDecimal target) {}

    record RulesYaml(@Nullable List<RuleYaml> rules) {}

    record RuleYaml(
            @Nullable String id,
            @Nullable List<String> left,
            @Nullable String relation,
            @Nullable List<String> right,
            @Nullable String label) {}

    record WordsYaml(
            @Nullable List<String> totals,
            @Nullable List<String> groups,
            @Nullable List<AliasYaml> aliases) {}

    record AnswersYaml(@Nullable List<AliasYaml> aliases) {}

    record AliasYaml(@Nullable String name, @Nullable String unit) {}

    record CalendarYaml(
            @Nullable Integer closingDay,
            @Nullable List<TermYaml> terms,
            @Nullable List<OverrideYaml> overrides,
            @Nullable List<LocalDate> unitChanges,
            @Nullable List<DeadlineYaml> deadlines,
            @Nullable HolidaysYaml holidays) {}

    record DeadlineYaml(
            @Nullable String level,
            @Nullable List<String> periods,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer workingDays,
            @Nullable Integer dayOfMonth) {}

    record HolidaysYaml(
            @Nullable List<String> everyYear,
            @Nullable List<DayOffYaml> days,
            @Nullable List<LocalDate> worked) {}

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
