package tonghop.catalogue;

import java.nio.file.Files;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tonghop.catalogue.FormYaml.ColumnYaml;
import tonghop.catalogue.FormYaml.CountYaml;
import tonghop.catalogue.FormYaml.DerivedYaml;
import tonghop.catalogue.FormYaml.MeasureYaml;
import tonghop.catalogue.FormYaml.OwedYaml;
import tonghop.catalogue.FormYaml.RuleYaml;
import tonghop.catalogue.FormYaml.ValidYaml;
import tonghop.domain.UnitLevel;
import tonghop.domain.finding.Severity;
import tonghop.domain.form.ColumnSum;
import tonghop.domain.form.Form;
import tonghop.domain.form.FormRule;
import tonghop.domain.form.Measure;
import tonghop.domain.form.Nature;
import tonghop.domain.time.PeriodType;
import tonghop.domain.time.Validity;

/** Turns one form's definition into a {@link Form}, and says what is wrong with it. */
final class FormReader {

    private static final Map<String, Nature> NATURES = words(Nature.values(), Nature::code);
    private static final Map<String, Nature.OverTime> OVER_TIME =
            words(Nature.OverTime.values(), Nature.OverTime::code);
    private static final Map<String, PeriodType> PERIODS = words(PeriodType.values(), PeriodType::code);
    private static final Map<String, UnitLevel> LEVELS = words(UnitLevel.values(), UnitLevel::code);
    private static final Map<String, Severity> SEVERITIES = words(Severity.values(), Severity::code);
    private static final Map<String, Boolean> OVER_UNITS = Map.of("sum", true, "none", false);
    private static final Map<String, Form.Rows> ROWS =
            Map.of("units", Form.Rows.UNITS, "categories", Form.Rows.CATEGORIES, "list", Form.Rows.LIST);

    private final YamlFile file;
    private final Problems problems;

    private FormReader(YamlFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The form that {@code file} defines; empty if it has mistakes, which are then among {@code problems}. */
    static Optional<Form> read(YamlFile file, Problems problems) {
        return file.as(FormYaml.class, problems).flatMap(yaml -> new FormReader(file, problems).form(yaml));
    }

    private Optional<Form> form(FormYaml yaml) {
        int before = problems.count();
        String id = required(yaml.form(), "form");
        ValidYaml valid = yaml.valid() == null ? new ValidYaml(null, null) : yaml.valid();
        Validity validity = file.validity(valid.from(), valid.to(), "valid", problems);
        String blank = required(yaml.blank(), "blank");
        if (!blank.isEmpty() && !Files.isRegularFile(file.path().resolveSibling(blank))) {
            say(blank, "không có biểu trắng '%s'".formatted(blank), "there is no blank workbook '%s'".formatted(blank));
        }
        List<Form.Column> columns = FormYaml.orEmpty(yaml.columns()).stream()
                .map(this::column)
                .flatMap(Optional::stream)
                .toList();
        Set<Integer> numbers = numbers(yaml);
        if (numbers.isEmpty()) {
            say("columns", "biểu không có cột nào", "the form has no columns");
        }
        List<Form.Derived> derived = FormYaml.orEmpty(yaml.derived()).stream()
                .map(sum -> derived(sum, numbers))
                .flatMap(Optional::stream)
                .toList();
        List<Form.ItemCount> counts = FormYaml.orEmpty(yaml.counts()).stream()
                .map(count -> count(count, columns))
                .flatMap(Optional::stream)
                .toList();
        List<FormRule> rules = FormYaml.orEmpty(yaml.rules()).stream()
                .flatMap(rule -> rules(rule, numbers))
                .toList();
        List<Form.Obligation> owed = FormYaml.orEmpty(yaml.owed()).stream()
                .map(this::obligation)
                .flatMap(Optional::stream)
                .toList();
        Form.Rows rows = word(required(yaml.rows(), "rows"), ROWS, "kiểu dòng", "kind of rows")
                .orElse(Form.Rows.UNITS);
        if (problems.count() == before) {
            return Optional.of(new Form(
                    id,
                    required(yaml.title(), "title"),
                    required(yaml.issuedBy(), "issued-by"),
                    validity,
                    rows,
                    blank,
                    FormYaml.orEmpty(yaml.signs()),
                    columns,
                    derived,
                    counts,
                    rules,
                    owed,
                    FormYaml.orEmpty(yaml.standsFor())));
        }
        return Optional.empty();
    }

    /** Of all columns, also of those with a mistake: it is told once. */
    private Set<Integer> numbers(FormYaml yaml) {
        Set<Integer> numbers = new HashSet<>();
        for (ColumnYaml column : FormYaml.orEmpty(yaml.columns())) {
            if (column.no() != null && !numbers.add(column.no())) {
                String no = "no: " + column.no();
                say(no, "cột %d có hai lần".formatted(column.no()), "column %d stands twice".formatted(column.no()));
            }
        }
        return numbers;
    }

    private Optional<Form.Column> column(ColumnYaml yaml) {
        if (yaml.no() == null || (yaml.attribute() == null) == (yaml.measure() == null)) {
            say(
                    String.valueOf(yaml.label()),
                    "một cột cần 'no' và một trong hai: 'measure' hoặc 'attribute'",
                    "a column needs 'no', and either 'measure' or 'attribute'");
            return Optional.empty();
        }
        int no = yaml.no();
        if (yaml.attribute() != null) {
            String label = yaml.label() == null ? yaml.attribute() : yaml.label();
            return Optional.of(new Form.Column(no, null, yaml.attribute(), label, FormYaml.orEmpty(yaml.values())));
        }
        return measure(yaml.asMeasure()).map(measure -> new Form.Column(no, measure, null, measure.label(), List.of()));
    }

    private Optional<Form.Derived> derived(DerivedYaml yaml, Set<Integer> numbers) {
        String text = required(yaml.sum(), "sum");
        return measure(yaml.asMeasure())
                .flatMap(measure -> sum(text, numbers).map(sum -> new Form.Derived(measure, sum)));
    }

    private Optional<ColumnSum> sum(String text, Set<Integer> numbers) {
        try {
            ColumnSum sum = ColumnSum.parse(text);
            return areColumns(text, sum.columns(), numbers) ? Optional.of(sum) : Optional.empty();
        } catch (IllegalArgumentException e) {
            say(text, "không phải là tổng các cột: '%s'".formatted(text), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Form.ItemCount> count(CountYaml yaml, List<Form.Column> columns) {
        List<String> attributes = columns.stream()
                .flatMap(column -> Stream.ofNullable(column.attribute()))
                .toList();
        if (yaml.where() != null && !attributes.contains(yaml.where())) {
            problems.addUnknown(file, "thuộc tính", "attribute", yaml.where(), attributes);
            return Optional.empty();
        }
        Set<String> values = Set.copyOf(FormYaml.orEmpty(yaml.in()));
        return measure(yaml.asMeasure()).map(measure -> new Form.ItemCount(measure, yaml.where(), values));
    }

    private Stream<FormRule> rules(RuleYaml yaml, Set<Integer> numbers) {
        String text = required(yaml.rule(), "rule");
        Severity severity = yaml.severity() == null
                ? Severity.ERROR
                : word(yaml.severity(), SEVERITIES, "mức", "severity").orElse(Severity.ERROR);
        try {
            List<FormRule> rules = FormRule.parse(text, severity);
            rules.forEach(rule -> areColumns(text, rule.columns(), numbers));
            return rules.stream();
        } catch (IllegalArgumentException e) {
            say(text, "quy tắc không đọc được: '%s'".formatted(text), String.valueOf(e.getMessage()));
            return Stream.empty();
        }
    }

    private boolean areColumns(String text, List<Integer> columns, Set<Integer> numbers) {
        for (int column : columns) {
            if (!numbers.contains(column)) {
                say(
                        text,
                        "'%s' nói đến cột %d, biểu không có".formatted(text, column),
                        "'%s' speaks of column %d, which the form lacks".formatted(text, column));
                return false;
            }
        }
        return true;
    }

    private Optional<Form.Obligation> obligation(OwedYaml yaml) {
        Set<PeriodType> periods = EnumSet.noneOf(PeriodType.class);
        for (String period : FormYaml.orEmpty(yaml.periods())) {
            word(period, PERIODS, "loại kỳ", "kind of period").ifPresent(periods::add);
        }
        return word(required(yaml.level(), "level"), LEVELS, "cấp", "level")
                .map(level -> new Form.Obligation(
                        level, file.validity(yaml.from(), yaml.to(), String.valueOf(yaml.to()), problems), periods));
    }

    private Optional<Measure> measure(MeasureYaml yaml) {
        String id = required(yaml.measure(), "measure");
        String unitOfCount = required(yaml.unitOfCount(), "unit-of-count", id);
        Optional<Nature> nature = word(required(yaml.nature(), "nature", id), NATURES, "tính chất", "nature");
        Optional<Boolean> overUnits = yaml.overUnits() == null
                ? nature.map(Nature::adds)
                : word(yaml.overUnits(), OVER_UNITS, "cách cộng", "aggregation over units");
        Optional<Nature.OverTime> overTime = yaml.overTime() == null
                ? nature.map(Nature::overTime)
                : word(yaml.overTime(), OVER_TIME, "cách cộng theo kỳ", "aggregation over time");
        if (id.isEmpty() || unitOfCount.isEmpty() || nature.isEmpty() || overUnits.isEmpty() || overTime.isEmpty()) {
            return Optional.empty();
        }
        boolean isFraction = nature.get() == Nature.MONEY || nature.get() == Nature.DECLARED;
        int decimals = yaml.decimals() == null ? (isFraction ? 2 : 0) : yaml.decimals();
        return Optional.of(new Measure(
                id,
                required(yaml.label(), "label", id),
                unitOfCount,
                nature.get(),
                overUnits.get(),
                overTime.get(),
                decimals,
                yaml.byLevel(),
                yaml.carries()));
    }

    private <T> Optional<T> word(String word, Map<String, T> words, String kindVi, String kind) {
        T meaning = words.get(word);
        if (meaning == null && !word.isEmpty()) {
            problems.addUnknown(file, kindVi, kind, word, words.keySet());
        }
        return Optional.ofNullable(meaning);
    }

    private String required(@Nullable String text, String key) {
        return required(text, key, key);
    }

    private String required(@Nullable String text, String key, String near) {
        if (text == null || text.isBlank()) {
            say(near, "thiếu '%s'".formatted(key), "'%s' is missing".formatted(key));
            return "";
        }
        return text.strip();
    }

    private void say(String near, String vietnamese, String english) {
        problems.add(file.path(), file.lineOf(near), vietnamese, english);
    }

    private static <T> Map<String, T> words(T[] values, Function<T, String> code) {
        Map<String, T> words = new LinkedHashMap<>();
        for (T value : values) {
            words.put(code.apply(value), value);
        }
        return words;
    }
}
