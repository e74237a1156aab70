package tonghop.catalogue;

import java.nio.file.Files;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
record FormReader(YamlFile file) {

    private static final Map<String, Nature> NATURES = YamlFile.words(Nature.values(), Nature::code);
    private static final Map<String, Nature.OverTime> OVER_TIME =
            YamlFile.words(Nature.OverTime.values(), Nature.OverTime::code);
    private static final Map<String, PeriodType> PERIODS = YamlFile.words(PeriodType.values(), PeriodType::code);
    private static final Map<String, UnitLevel> LEVELS = YamlFile.words(UnitLevel.values(), UnitLevel::code);
    private static final Map<String, Severity> SEVERITIES = YamlFile.words(Severity.values(), Severity::code);
    private static final Map<String, Boolean> OVER_UNITS = Map.of("sum", true, "none", false);
    private static final Map<String, Form.Rows> ROWS =
            Map.of("units", Form.Rows.UNITS, "categories", Form.Rows.CATEGORIES, "list", Form.Rows.LIST);

    /** The form that {@code file} defines; empty if it has mistakes, which are then among its problems. */
    static Optional<Form> read(YamlFile file) {
        return file.as(FormYaml.class).flatMap(yaml -> new FormReader(file).form(yaml));
    }

    private Optional<Form> form(FormYaml yaml) {
        int before = file.problems().count();
        String id = required(yaml.form(), "form");
        ValidYaml valid = yaml.valid() == null ? new ValidYaml(null, null) : yaml.valid();
        Validity validity = file.validity(valid.from(), valid.to(), "valid");
        String blank = required(yaml.blank(), "blank");
        if (!blank.isEmpty() && !Files.isRegularFile(file.path().resolveSibling(blank))) {
            file.say(
                    blank,
                    "không có biểu trắng '%s'".formatted(blank),
                    "there is no blank workbook '%s'".formatted(blank));
        }
        List<Form.Column> columns = yaml.columns().stream()
                .map(this::column)
                .flatMap(Optional::stream)
                .toList();
        Set<Integer> numbers = numbers(yaml);
        if (numbers.isEmpty()) {
            file.say("columns", "biểu không có cột nào", "the form has no columns");
        }
        List<Form.Derived> derived = yaml.derived().stream()
                .map(sum -> derived(sum, numbers))
                .flatMap(Optional::stream)
                .toList();
        List<Form.ItemCount> counts = yaml.counts().stream()
                .map(count -> count(count, columns))
                .flatMap(Optional::stream)
                .toList();
        List<FormRule> rules =
                yaml.rules().stream().flatMap(rule -> rules(rule, numbers)).toList();
        List<Form.Obligation> owed = yaml.owed().stream()
                .map(this::obligation)
                .flatMap(Optional::stream)
                .toList();
        Form.Rows rows = file.meaning(required(yaml.rows(), "rows"), ROWS, "kiểu dòng", "kind of rows")
                .orElse(Form.Rows.UNITS);
        if (file.problems().count() == before) {
            return Optional.of(new Form(
                    id,
                    required(yaml.title(), "title"),
                    required(yaml.issuedBy(), "issued-by"),
                    validity,
                    rows,
                    blank,
                    yaml.signs(),
                    columns,
                    derived,
                    counts,
                    rules,
                    owed,
                    yaml.standsFor()));
        }
        return Optional.empty();
    }

    /** Of all columns, also of those with a mistake: it is told once. */
    private Set<Integer> numbers(FormYaml yaml) {
        Set<Integer> numbers = new HashSet<>();
        for (ColumnYaml column : yaml.columns()) {
            if (column.no() != null && !numbers.add(column.no())) {
                String no = "no: " + column.no();
                file.say(
                        no,
                        "cột %d có hai lần".formatted(column.no()),
                        "column %d stands twice".formatted(column.no()));
            }
        }
        return numbers;
    }

    private Optional<Form.Column> column(ColumnYaml yaml) {
        if (yaml.no() == null || (yaml.attribute() == null) == (yaml.measure() == null)) {
            file.say(
                    String.valueOf(yaml.label()),
                    "một cột cần 'no' và một trong hai: 'measure' hoặc 'attribute'",
                    "a column needs 'no', and either 'measure' or 'attribute'");
            return Optional.empty();
        }
        int no = yaml.no();
        if (yaml.attribute() != null) {
            String label = yaml.label() == null ? yaml.attribute() : yaml.label();
            return Optional.of(new Form.Column(no, null, yaml.attribute(), label, yaml.values()));
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
            file.say(text, "không phải là tổng các cột: '%s'".formatted(text), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Form.ItemCount> count(CountYaml yaml, List<Form.Column> columns) {
        List<String> attributes = columns.stream()
                .flatMap(column -> Stream.ofNullable(column.attribute()))
                .toList();
        if (yaml.where() != null && !attributes.contains(yaml.where())) {
            file.sayUnknown("thuộc tính", "attribute", yaml.where(), attributes);
            return Optional.empty();
        }
        Set<String> values = Set.copyOf(yaml.in());
        return measure(yaml.asMeasure()).map(measure -> new Form.ItemCount(measure, yaml.where(), values));
    }

    private Stream<FormRule> rules(RuleYaml yaml, Set<Integer> numbers) {
        String text = required(yaml.rule(), "rule");
        Severity severity = yaml.severity() == null
                ? Severity.ERROR
                : file.meaning(yaml.severity(), SEVERITIES, "mức", "severity").orElse(Severity.ERROR);
        try {
            List<FormRule> rules = FormRule.parse(text, severity);
            rules.forEach(rule -> areColumns(text, rule.columns(), numbers));
            return rules.stream();
        } catch (IllegalArgumentException e) {
            file.say(text, "quy tắc không đọc được: '%s'".formatted(text), String.valueOf(e.getMessage()));
            return Stream.empty();
        }
    }

    private boolean areColumns(String text, List<Integer> columns, Set<Integer> numbers) {
        for (int column : columns) {
            if (!numbers.contains(column)) {
                file.say(
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
        for (String period : yaml.periods()) {
            file.meaning(period, PERIODS, "loại kỳ", "kind of period").ifPresent(periods::add);
        }
        return file.meaning(required(yaml.level(), "level"), LEVELS, "cấp", "level")
                .map(level -> new Form.Obligation(
                        level, file.validity(yaml.from(), yaml.to(), String.valueOf(yaml.to())), periods));
    }

    private Optional<Measure> measure(MeasureYaml yaml) {
        String id = required(yaml.measure(), "measure");
        String unitOfCount = required(yaml.unitOfCount(), "unit-of-count", id);
        Optional<Nature> nature = file.meaning(required(yaml.nature(), "nature", id), NATURES, "tính chất", "nature");
        Optional<Boolean> overUnits = yaml.overUnits() == null
                ? nature.map(Nature::adds)
                : file.meaning(yaml.overUnits(), OVER_UNITS, "cách cộng", "aggregation over units");
        Optional<Nature.OverTime> overTime = yaml.overTime() == null
                ? nature.map(Nature::overTime)
                : file.meaning(yaml.overTime(), OVER_TIME, "cách cộng theo kỳ", "aggregation over time");
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
                yaml.carries(),
                yaml.plausibleMax()));
    }

    private String required(@Nullable String text, String key) {
        return required(text, key, key);
    }

    private String required(@Nullable String text, String key, String near) {
        if (text == null || text.isBlank()) {
            file.say(near, "thiếu '%s'".formatted(key), "'%s' is missing".formatted(key));
            return "";
        }
        return text.strip();
    }
}
