package tonghop.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tonghop.catalogue.OtherYaml.CalendarYaml;
import tonghop.catalogue.OtherYaml.OverrideYaml;
import tonghop.catalogue.OtherYaml.TermYaml;
import tonghop.domain.time.Period;
import tonghop.domain.time.PeriodType;
import tonghop.domain.time.ReportingCalendar;
import tonghop.domain.time.Validity;

/** Reads {@code calendar.yaml}. */
final class CalendarReader {

    private static final int USUAL_CLOSING_DAY = 14;
    private static final int LAST_DAY_OF_ALL_MONTHS = 28;

    private final YamlFile file;
    private final Problems problems;

    private CalendarReader(YamlFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    static ReportingCalendar read(YamlFile file, Problems problems) {
        Optional<CalendarYaml> yaml = file.as(CalendarYaml.class, problems);
        return new CalendarReader(file, problems)
                .calendar(yaml.orElse(new CalendarYaml(null, null, null, null, null, null)));
    }

    private ReportingCalendar calendar(CalendarYaml yaml) {
        int closingDay = yaml.closingDay() == null ? USUAL_CLOSING_DAY : yaml.closingDay();
        if (closingDay < 1 || closingDay > LAST_DAY_OF_ALL_MONTHS) {
            say("closing-day", "ngày chốt phải từ 1 đến 28", "the closing day must be 1 to 28");
            closingDay = USUAL_CLOSING_DAY;
        }
        List<Period> terms = new ArrayList<>();
        for (TermYaml term : FormYaml.orEmpty(yaml.terms())) {
            term(term).ifPresent(terms::add);
        }
        Map<String, Validity> overrides = new HashMap<>();
        ReportingCalendar usual = new ReportingCalendar(closingDay, List.of(), Map.of());
        for (OverrideYaml override : FormYaml.orEmpty(yaml.overrides())) {
            String code = String.valueOf(override.period());
            if (usual.find(code).isEmpty()) {
                say(code, "không có kỳ '%s'".formatted(code), "there is no period '%s'".formatted(code));
            } else {
                overrides.put(code, file.validity(override.from(), override.to(), code, problems));
            }
        }
        return new ReportingCalendar(closingDay, terms, overrides, FormYaml.orEmpty(yaml.unitChanges()))
                .withDeadlines(new DeadlineReader(file, problems).read(yaml.deadlines(), yaml.holidays()));
    }

    private Optional<Period> term(TermYaml term) {
        if (term.code() == null
                || term.from() == null
                || term.to() == null
                || term.label() == null
                || term.to().isBefore(term.from())) {
            String near = Stream.of(term.code(), term.label(), term.from(), term.to())
                    .filter(part -> part != null)
                    .map(String::valueOf)
                    .findFirst()
                    .orElse("terms");
            say(
                    near,
                    "giai đoạn cần 'code', 'label', 'from', 'to', theo thứ tự thời gian",
                    "a term needs code, label, from and a later to");
            return Optional.empty();
        }
        return Optional.of(new Period(term.code(), PeriodType.TERM, term.from(), term.to(), term.label()));
    }

    private void say(String near, String vietnamese, String english) {
        problems.add(file.path(), file.lineOf(near), vietnamese, english);
    }
}
