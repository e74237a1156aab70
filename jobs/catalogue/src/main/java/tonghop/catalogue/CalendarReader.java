package tonghop.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tonghop.catalogue.OtherYaml.CalendarYaml;
import tonghop.catalogue.OtherYaml.DayOffYaml;
import tonghop.catalogue.OtherYaml.DeadlineYaml;
import tonghop.catalogue.OtherYaml.HolidaysYaml;
import tonghop.catalogue.OtherYaml.OverrideYaml;
import tonghop.catalogue.OtherYaml.TermYaml;
import tonghop.domain.UnitLevel;
import tonghop.domain.time.Deadline;
import tonghop.domain.time.Deadlines;
import tonghop.domain.time.Period;
import tonghop.domain.time.PeriodType;
import tonghop.domain.time.ReportingCalendar;
import tonghop.domain.time.Validity;
import tonghop.domain.time.WorkingDays;

/** Reads {@code calendar.yaml}. */
record CalendarReader(YamlFile file) {

    private static final int USUAL_CLOSING_DAY = 14;
    private static final int LAST_DAY_OF_ALL_MONTHS = 28;

    private static final Map<String, UnitLevel> LEVELS = YamlFile.words(UnitLevel.values(), UnitLevel::code);
    private static final Map<String, PeriodType> PERIODS = YamlFile.words(PeriodType.values(), PeriodType::code);

    static ReportingCalendar read(YamlFile file) {
        CalendarYaml empty = new CalendarYaml(null, List.of(), List.of(), List.of(), List.of(), null);
        return new CalendarReader(file).calendar(file.as(CalendarYaml.class).orElse(empty));
    }

    private ReportingCalendar calendar(CalendarYaml yaml) {
        int closingDay = yaml.closingDay() == null ? USUAL_CLOSING_DAY : yaml.closingDay();
        if (closingDay < 1 || closingDay > LAST_DAY_OF_ALL_MONTHS) {
            file.say("closing-day", "ngày chốt phải từ 1 đến 28", "the closing day must be 1 to 28");
            closingDay = USUAL_CLOSING_DAY;
        }
        List<Period> terms = new ArrayList<>();
        yaml.terms().forEach(term -> term(term).ifPresent(terms::add));
        Map<String, Validity> overrides = new HashMap<>();
        ReportingCalendar usual = new ReportingCalendar(closingDay, List.of(), Map.of());
        for (OverrideYaml override : yaml.overrides()) {
            String code = String.valueOf(override.period());
            if (usual.find(code).isEmpty()) {
                file.say(code, "không có kỳ '%s'".formatted(code), "there is no period '%s'".formatted(code));
            } else {
                overrides.put(code, file.validity(override.from(), override.to(), code));
            }
        }
        List<Deadline> deadlines = new ArrayList<>();
        yaml.deadlines().forEach(deadline -> deadline(deadline).ifPresent(deadlines::add));
        return new ReportingCalendar(closingDay, terms, overrides, yaml.unitChanges())
                .withDeadlines(new Deadlines(deadlines, workingDays(yaml.holidays())));
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
            file.say(
                    near,
                    "giai đoạn cần 'code', 'label', 'from', 'to', theo thứ tự thời gian",
                    "a term needs code, label, from and a later to");
            return Optional.empty();
        }
        return Optional.of(new Period(term.code(), PeriodType.TERM, term.from(), term.to(), term.label()));
    }

    private Optional<Deadline> deadline(DeadlineYaml yaml) {
        Optional<UnitLevel> level = file.meaning(String.valueOf(yaml.level()), LEVELS, "cấp", "level");
        Set<PeriodType> types = periods(yaml.periods());
        boolean isTold = isTold(yaml);
        if (level.isEmpty() || !isTold || types.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Deadline(
                level.get(),
                types,
                file.validity(yaml.from(), yaml.to(), "deadlines"),
                yaml.workingDays(),
                yaml.dayOfMonth()));
    }

    /** The kinds of period; all of them where none is named, none where one is misspelt. */
    private Set<PeriodType> periods(@Nullable Set<String> names) {
        if (names == null) {
            return EnumSet.allOf(PeriodType.class);
        }
        Set<PeriodType> types = EnumSet.noneOf(PeriodType.class);
        for (String name : names) {
            file.meaning(name, PERIODS, "loại kỳ", "kind of period").ifPresent(types::add);
        }
        return types;
    }

    private boolean isTold(DeadlineYaml yaml) {
        Integer workingDays = yaml.workingDays();
        Integer day = yaml.dayOfMonth();
        if ((workingDays == null) == (day == null)) {
            file.say(
                    "deadlines",
                    "mỗi hạn gửi cần 'working-days' hoặc 'day-of-month'",
                    "a deadline needs working-days or day-of-month");
            return false;
        }
        if (workingDays != null && workingDays < 1) {
            file.say(
                    "working-days: " + workingDays,
                    "hạn gửi phải sau ngày chốt ít nhất 1 ngày làm việc (Nghị định 09/2019/NĐ-CP, Điều 8)",
                    "a deadline is at least 1 working day after the close");
            return false;
        }
        if (day != null && (day < 1 || day > LAST_DAY_OF_ALL_MONTHS)) {
            file.say("day-of-month: " + day, "ngày hạn gửi phải từ 1 đến 28", "the day of a deadline must be 1 to 28");
            return false;
        }
        return true;
    }

    private WorkingDays workingDays(@Nullable HolidaysYaml yaml) {
        if (yaml == null) {
            return WorkingDays.WEEKDAYS;
        }
        Set<MonthDay> everyYear = new HashSet<>();
        for (String day : yaml.everyYear()) {
            try {
                everyYear.add(MonthDay.parse("--" + day));
            } catch (DateTimeException e) {
                file.say(
                        day,
                        "'%s' không phải ngày lễ dạng tháng-ngày, ví dụ 04-30".formatted(day),
                        "'%s' is no month and day such as 04-30".formatted(day));
            }
        }
        Set<LocalDate> daysOff = new HashSet<>();
        yaml.days().forEach(days -> daysOff.addAll(days(days)));
        return new WorkingDays(everyYear, daysOff, Set.copyOf(yaml.worked()));
    }

    private List<LocalDate> days(DayOffYaml yaml) {
        LocalDate from = yaml.from();
        LocalDate to = yaml.to() == null ? from : yaml.to();
        if (from == null || to == null || to.isBefore(from)) {
            file.say(
                    String.valueOf(from == null ? yaml.name() : from),
                    "ngày nghỉ cần 'from', và 'to' không trước 'from'",
                    "days off need from, and a to that is not before it");
            return List.of();
        }
        return from.datesUntil(to.plusDays(1)).toList();
    }
}
