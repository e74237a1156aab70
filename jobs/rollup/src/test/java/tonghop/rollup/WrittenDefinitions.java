package tonghop.rollup;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.form.FormRule;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Measure;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;

/** Writes units, periods, measures and forms as tables, as the second roll-up reads them. */
final class WrittenDefinitions {

    private final Definitions definitions;
    private final List<Period> periods;
    private final Map<String, String> provinceOf;

    WrittenDefinitions(Definitions definitions, List<Period> periods, Map<String, String> provinceOf) {
        this.definitions = definitions;
        this.periods = periods;
        this.provinceOf = provinceOf;
    }

    void write(Path folder) throws IOException {
        List<List<Object>> units = new ArrayList<>(
                List.of(List.of("period", "unit", "parent", "level", "province", "identity", "from", "to")));
        List<List<Object>> days = new ArrayList<>(List.of(List.of("period", "from", "to")));
        List<List<Object>> owed = new ArrayList<>(List.of(List.of("period", "unit", "form")));
        for (Period period : periods) {
            days.add(List.of(period.code(), period.from(), period.to()));
            for (Unit unit : definitions.unitsOf(period).all()) {
                units.add(List.of(
                        period.code(),
                        unit.code(),
                        orEmpty(unit.parent()),
                        unit.level().code(),
                        provinceOf.getOrDefault(RandomProvinces.registered(unit.code()), ""),
                        RandomProvinces.registered(unit.code()) + " "
                                + orEmpty(unit.validity().to()),
                        orEmpty(unit.validity().from()),
                        orEmpty(unit.validity().to())));
                definitions.forms().stream()
                        .filter(form -> form.isOwedBy(unit, period))
                        .forEach(form -> owed.add(List.of(period.code(), unit.code(), form.id())));
            }
        }
        write(folder, Map.of("units", units, "periods", days, "owed", owed));
        writeForms(folder);
    }

    private void writeForms(Path folder) throws IOException {
        List<List<Object>> measures = new ArrayList<>(List.of(List.of("measure", "adds", "over_time", "by_level")));
        for (Measure measure : definitions.measures().values()) {
            measures.add(List.of(
                    measure.id(), measure.addsOverUnits(), measure.overTime().code(), measure.byLevel()));
        }
        List<List<Object>> rates = new ArrayList<>(List.of(List.of("rate", "side", "measure")));
        for (Indicator rate : definitions.indicators()) {
            rate.numerator().forEach(measure -> rates.add(List.of(rate.id(), "numerator", measure)));
            rate.denominator().forEach(measure -> rates.add(List.of(rate.id(), "denominator", measure)));
        }
        List<List<Object>> forms = new ArrayList<>(List.of(List.of("form", "measure")));
        definitions
                .forms()
                .forEach(form -> form.measures().keySet().forEach(measure -> forms.add(List.of(form.id(), measure))));
        List<List<Object>> standsFor = new ArrayList<>(List.of(List.of("form", "other")));
        definitions
                .forms()
                .forEach(form -> form.standsFor().forEach(other -> standsFor.add(List.of(other, form.id()))));
        List<List<Object>> columns = new ArrayList<>(List.of(List.of("form", "no", "measure")));
        List<List<Object>> rules = new ArrayList<>(List.of(List.of("form", "left", "right")));
        List<List<Object>> derived = new ArrayList<>(List.of(List.of("form", "measure", "sum")));
        for (Form form : definitions.forms()) {
            form.columns()
                    .forEach(column -> Stream.ofNullable(column.measure())
                            .forEach(measure -> columns.add(List.of(form.id(), column.no(), measure.id()))));
            form.rules().stream()
                    .filter(rule -> rule.relation() == FormRule.Relation.EQUAL)
                    .forEach(rule -> rules.add(List.of(form.id(), rule.left(), rule.right())));
            form.derived()
                    .forEach(one -> derived.add(List.of(form.id(), one.measure().id(), one.sum())));
        }
        write(
                folder,
                Map.of(
                        "measures", measures,
                        "rates", rates,
                        "forms", forms,
                        "stands_for", standsFor,
                        "columns", columns,
                        "rules", rules,
                        "derived", derived));
    }

    private static void write(Path folder, Map<String, List<List<Object>>> files) throws IOException {
        for (Map.Entry<String, List<List<Object>>> rows : files.entrySet()) {
            try (BufferedWriter file = Files.newBufferedWriter(folder.resolve(rows.getKey() + ".csv"))) {
                rows.getValue().forEach(row -> line(file, row.toArray()));
            }
        }
    }

    private static Object orEmpty(@Nullable Object value) {
        return value == null ? "" : value;
    }

    /** Nothing in these worlds needs quotation marks. */
    static void line(BufferedWriter file, Object... fields) {
        StringBuilder line = new StringBuilder();
        for (Object field : fields) {
            line.append(line.isEmpty() ? "" : ",")
                    .append(field instanceof BigDecimal number ? number.toPlainString() : String.valueOf(field));
        }
        try {
            file.write(line.append('\n').toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
