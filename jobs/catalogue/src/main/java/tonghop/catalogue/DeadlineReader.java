package tonghop.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tonghop.catalogue.OtherYaml.DayOffYaml;
import tonghop.catalogue.OtherYaml.DeadlineYaml;
import tonghop.catalogue.OtherYaml.HolidaysYaml;
import tonghop.domain.UnitLevel;
import tonghop.domain.time.Deadline;
import tonghop.domain.time.Deadlines;
import tonghop.domain.time.PeriodType;
import tonghop.domain.time.WorkingDays;

/** Reads the deadlines and holidays of {@code calendar.yaml}. */
final class DeadlineReader {

    private static final int LAST_DAY_OF_ALL_MONTHS = 28;
    private static final Map<String, UnitLevel> LEVELS =
            Stream.of(UnitLevel.values()).collect(Collectors.toMap(UnitLevel::code, level -> level));
    private static final Map<String, PeriodType> PERIODS =
            Stream.of(PeriodType.values()).collect(Collectors.toMap(PeriodType::code, type -> type));

    private final YamlFile file;
    private final Problems problems;

    DeadlineReader(YamlFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    Deadlines read(@Nullable List<DeadlineYaml> written, @Nullable HolidaysYaml holidays) {
        List<Deadline> lines = new ArrayList<>();
        FormYaml.orEmpty(written).forEach(yaml -> deadline(yaml).ifPresent(lines::add));
        return new Deadlines(lines, workingDays(holidays));
    }

    private Optional<Deadline> deadline(DeadlineYaml yaml) {
        String levelName = String.valueOf(yaml.level());
        UnitLevel level = LEVELS.get(levelName);
        if (level == null) {
            problems.addUnknown(file, "cấp", "level", levelName, LEVELS.keySet());
        }
        Set<PeriodType> types = periods(yaml.periods());
        boolean isTold = isTold(yaml);
        if (level == null || !isTold || types.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Deadline(
                level,
                types,
                file.validity(yaml.from(), yaml.to(), "deadlines", problems),
                yaml.workingDays(),
                yaml.dayOfMonth()));
    }

    /** The kinds of period; all of them where none is named, none where one is misspelt. */
    private Set<PeriodType> periods(@Nullable List<String> names) {
        if (names == null) {
            return EnumSet.allOf(PeriodType.class);
        }
        Set<PeriodType> types = EnumSet.noneOf(PeriodType.class);
        for (String name : names) {
            PeriodType type = PERIODS.get(name);
            if (type == null) {
                problems.addUnknown(file, "loại kỳ", "kind of period", name, PERIODS.keySet());
            } else {
                types.add(type);
            }
        }
        return types;
    }

    private boolean isTold(DeadlineYaml yaml) {
        Integer workingDays = yaml.workingDays();
        Integer day = yaml.dayOfMonth();
        if ((workingDays == null) == (day == null)) {
            say(
                    "deadlines",
                    "mỗi hạn gửi cần 'working-days' hoặc 'day-of-month'",
                    "a deadline needs working-days or day-of-month");
            return false;
        }
        if (workingDays != null && workingDays < 1) {
            say(
                    "working-days: " + workingDays,
                    "hạn gửi phải sau ngày chốt ít nhất 1 ngày làm việc (Nghị định 09/2019/NĐ-CP, Điều 8)",
                    "a deadline is at least 1 working day after the close");
            return false;
        }
        if (day != null && (day < 1 || day > LAST_DAY_OF_ALL_MONTHS)) {
            say("day-of-month: " + day, "ngày hạn gửi phải từ 1 đến 28", "the day of a deadline must be 1 to 28");
            return false;
        }
        return true;
    }

    private WorkingDays workingDays(@Nullable HolidaysYaml yaml) {
        if (yaml == null) {
            return WorkingDays.WEEKDAYS;
        }
        Set<MonthDay> everyYear = new HashSet<>();
        for (String day : FormYaml.orEmpty(yaml.everyYear())) {
            try {
                everyYear.add(MonthDay.parse("--" + day));
            } catch (DateTimeException e) {
                say(
                        day,
                        "'%s' không phải ngày lễ dạng tháng-ngày, ví dụ 04-30".formatted(day),
                        "'%s' is no month and day such as 04-30".formatted(day));
            }
        }
        Set<LocalDate> daysOff = new HashSet<>();
        FormYaml.orEmpty(yaml.days()).forEach(days -> daysOff.addAll(days(days)));
        return new WorkingDays(everyYear, daysOff, Set.copyOf(FormYaml.orEmpty(yaml.worked())));
    }

    private List<LocalDate> days(DayOffYaml yaml) {
        LocalDate from = yaml.from();
        LocalDate to = yaml.to() == null ? from : yaml.to();
        if (from == null || to == null || to.isBefore(from)) {
            say(
                    String.valueOf(from == null ? yaml.name() : from),
                    "ngày nghỉ cần 'from', và 'to' không trước 'from'",
                    "days off need from, and a to that is not before it");
            return List.of();
        }
        return from.datesUntil(to.plusDays(1)).toList();
    }

    private void say(String near, String vietnamese, String english) {
        problems.add(file.path(), file.lineOf(near), vietnamese, english);
    }
}
