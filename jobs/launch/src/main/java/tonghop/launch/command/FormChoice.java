package tonghop.launch.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tonghop.domain.NearestWord;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;
import tonghop.launch.console.UsageException;

/**
 * Which blank forms somebody asked for.
 *
 * @param unit who fills them in; absent: anybody
 * @param period absent: any
 * @param day the period's last day, else today: it decides which units and versions of forms are meant
 */
record FormChoice(
        List<Form> forms, @Nullable Unit unit, @Nullable Period period, LocalDate day) {

    private static final String PERIODS = "2023, 2023-H1, 2018-9M, 2023-Q4, 2023-07";

    FormChoice {
        forms = List.copyOf(forms);
    }

    /**
     * Finds what is meant by the words of the command line.
     *
     * @param forms numbers of forms; none: all that {@code unitCode} owes, or all in force
     * @throws UsageException if there is no such form, unit or period, or none to write
     */
    static FormChoice of(
            Definitions definitions,
            List<String> forms,
            @Nullable String unitCode,
            @Nullable String periodCode,
            LocalDate today) {
        Period period = periodCode == null ? null : period(definitions, periodCode);
        LocalDate day = period == null ? today : period.to();
        Unit unit = unitCode == null ? null : unit(definitions, unitCode, period, day);
        List<Form> inForce = definitions.forms().stream()
                .filter(form -> form.validity().holdsOn(day))
                .toList();
        List<Form> chosen = new ArrayList<>();
        for (String form : forms) {
            chosen.add(form(form, inForce, definitions, day));
        }
        if (forms.isEmpty()) {
            inForce.stream()
                    .filter(form -> unit == null || isOwed(form, unit, period, day))
                    .forEach(chosen::add);
        }
        if (chosen.isEmpty()) {
            String known = numbers(inForce);
            throw new UsageException(
                    "Đơn vị này không phải gửi biểu nào trong kỳ; chọn bằng --form: " + known,
                    "This unit owes no form in this period; choose with --form: " + known);
        }
        return new FormChoice(chosen.stream().distinct().toList(), unit, period, day);
    }

    private static boolean isOwed(Form form, Unit unit, @Nullable Period period, LocalDate day) {
        return period == null
                ? form.owed().stream()
                        .anyMatch(owed ->
                                owed.level() == unit.level() && owed.validity().holdsOn(day))
                : form.isOwedBy(unit, period);
    }

    private static Period period(Definitions definitions, String code) {
        return definitions.calendar().find(code).orElseThrow(() -> {
            String terms = Stream.concat(
                            Stream.of(PERIODS),
                            definitions.calendar().terms().stream().map(Period::code))
                    .reduce((one, other) -> one + ", " + other)
                    .orElse(PERIODS);
            return new UsageException(
                    "Không có kỳ '%s'; ví dụ: %s.".formatted(code, terms),
                    "There is no period '%s'; examples: %s.".formatted(code, terms));
        });
    }

    private static Unit unit(Definitions definitions, String code, @Nullable Period period, LocalDate day) {
        UnitTree units = period == null ? UnitTree.on(day, definitions.units()) : definitions.unitsOf(period);
        Optional<Unit> unit = units.find(code);
        if (unit.isPresent()) {
            return unit.get();
        }
        List<Unit> everUnit = definitions.units().stream()
                .filter(known -> known.code().equals(code))
                .toList();
        if (!everUnit.isEmpty()) {
            Unit ended = everUnit.get(0);
            throw new UsageException(
                    "Đơn vị %s (%s) không tồn tại ngày %s; hãy chọn kỳ khác bằng --period."
                            .formatted(code, ended.name(), day),
                    "Unit %s (%s) does not exist on %s; choose another period with --period."
                            .formatted(code, ended.name(), day));
        }
        String nearest = NearestWord.to(
                        code,
                        definitions.units().stream().map(Unit::code).distinct().toList())
                .map(" '%s'?"::formatted)
                .orElse(" templates/units/units.csv");
        throw new UsageException(
                "Không có đơn vị mã '%s'; có phải%s".formatted(code, nearest),
                "There is no unit with code '%s'; did you mean%s".formatted(code, nearest));
    }

    private static Form form(String asked, List<Form> inForce, Definitions definitions, LocalDate day) {
        Optional<Form> form =
                inForce.stream().filter(known -> isCalled(known, asked)).findFirst();
        if (form.isPresent()) {
            return form.get();
        }
        if (definitions.forms().stream().anyMatch(known -> isCalled(known, asked))) {
            throw new UsageException(
                    "Biểu '%s' không có hiệu lực ngày %s; hãy chọn kỳ khác bằng --period.".formatted(asked, day),
                    "Form '%s' is not in force on %s; choose another period with --period.".formatted(asked, day));
        }
        List<String> known = inForce.stream().map(Form::id).distinct().toList();
        String nearest = NearestWord.to(asked, known)
                .or(() -> NearestWord.to(asked.toUpperCase(Locale.ROOT).replace('-', '/'), known))
                .map(" '%s'?"::formatted)
                .orElse(": " + numbers(inForce));
        throw new UsageException(
                "Không có biểu '%s'; có phải%s".formatted(asked, nearest),
                "There is no form '%s'; did you mean%s".formatted(asked, nearest));
    }

    private static boolean isCalled(Form form, String asked) {
        return form.id().equalsIgnoreCase(asked) || form.fileName().equalsIgnoreCase(asked);
    }

    private static String numbers(List<Form> forms) {
        return String.join(", ", forms.stream().map(Form::id).distinct().toList());
    }
}
