package tonghop.rollup.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.form.Measure;
import tonghop.domain.form.Qualifier;
import tonghop.domain.report.Report.FilledForm;
import tonghop.domain.report.Report.Line;
import tonghop.domain.report.Report.Value;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;
import tonghop.rollup.sum.Totals;

/** Fills each form that was sent, one level up: a line for the unit's own part and one for each unit below. */
final class FilledForms {

    private final UnitTree tree;
    private final Period period;
    private final Totals totals;
    private final StoredPeriod stored;
    private final FinerSources finer;

    FilledForms(Definitions definitions, Period period, Totals totals, StoredPeriod stored, FinerSources finer) {
        this.tree = definitions.unitsOf(period);
        this.period = period;
        this.totals = totals;
        this.stored = stored;
        this.finer = finer;
    }

    /**
     * The forms of {@code top} with at least one line.
     *
     * @param forms those in force
     * @param sent the ids of those that were sent
     * @param within the codes of the units of its territory
     */
    List<FilledForm> of(Unit top, List<Form> forms, Set<String> sent, Set<String> within) {
        List<FilledForm> filled = new ArrayList<>();
        for (Form form : forms) {
            if (sent.contains(form.id())) {
                List<Line> lines = switch (form.rows()) {
                    case UNITS -> unitLines(top, form);
                    case CATEGORIES -> categoryLines(form, within);
                    case LIST -> itemLines(form, within);
                };
                if (!lines.isEmpty()) {
                    filled.add(new FilledForm(form, lines));
                }
            }
        }
        return filled;
    }

    private List<Line> unitLines(Unit top, Form form) {
        List<Line> lines = new ArrayList<>();
        Map<Integer, Value> own = values(top.code(), form, Totals.OWN);
        if (!own.isEmpty()) {
            lines.add(new Line(top.name(), top.code(), own, Map.of()));
        }
        for (Unit child : tree.childrenOf(top.code())) {
            Map<Integer, Value> values = values(child.code(), form, Totals.ALL);
            if (!values.isEmpty() || form.isOwedBy(child, period)) {
                lines.add(new Line(child.name(), child.code(), values, Map.of()));
            }
        }
        return lines;
    }

    private Map<Integer, Value> values(String unit, Form form, String part) {
        Map<Integer, Value> values = new HashMap<>();
        for (Form.Column column : form.columns()) {
            Measure measure = column.measure();
            if (measure != null) {
                Optional<Value> value = totals.find(unit, measure.id(), part);
                value.ifPresent(found -> values.put(column.no(), found));
            }
        }
        return values;
    }

    private List<Line> categoryLines(Form form, Set<String> within) {
        Map<String, Map<Integer, Value>> byCategory = new LinkedHashMap<>();
        for (StoredPeriod.LeafRow leaf : stored.leaves()) {
            if (leaf.form().equals(form.id()) && within.contains(leaf.unit())) {
                add(form, leaf, Map.of(leaf.measure(), 1), byCategory);
            }
        }
        for (FinerSources.FinerLeaf leaf : finer.leaves()) {
            if (leaf.row().form().equals(form.id())
                    && within.contains(leaf.row().unit())) {
                add(form, leaf.row(), leaf.goesInto(), byCategory);
            }
        }
        List<Line> lines = new ArrayList<>();
        byCategory.forEach((category, values) -> lines.add(new Line(category, null, values, Map.of())));
        return lines;
    }

    /** Adds an observation to the columns that it goes into, so many times each. */
    private static void add(
            Form form,
            StoredPeriod.LeafRow leaf,
            Map<String, Integer> goesInto,
            Map<String, Map<Integer, Value>> byCategory) {
        Map<Integer, Value> values = byCategory.computeIfAbsent(leaf.row(), row -> new HashMap<>());
        for (Form.Column column : form.columns()) {
            Measure measure = column.measure();
            Integer times = measure == null ? null : goesInto.get(measure.id());
            if (times != null && measure != null && measure.addsOverUnits()) {
                BigDecimal value = leaf.value().multiply(BigDecimal.valueOf(times));
                values.merge(column.no(), new Value(value, leaf.qualifier()), FilledForms::plus);
            }
        }
    }

    private static Value plus(Value one, Value other) {
        BigDecimal sum = one.value().add(other.value());
        return new Value(sum, Qualifier.combine(one.qualifier(), other.qualifier()));
    }

    private List<Line> itemLines(Form form, Set<String> within) {
        List<Line> lines = new ArrayList<>();
        boolean isOpen = false;
        List<StoredPeriod.Item> items = new ArrayList<>(stored.items());
        items.addAll(finer.items());
        for (StoredPeriod.Item item : items) {
            if (item.form().equals(form.id()) && within.contains(item.unit())) {
                Map<String, String> texts = new LinkedHashMap<>(item.texts());
                texts.put("unit", tree.get(item.unit()).name());
                lines.add(new Line(item.name(), item.unit(), Map.of(), texts));
                isOpen |= item.isOpen();
            }
        }
        if (isOpen) {
            lines.add(new Line("…", null, Map.of(), Map.of()));
        }
        return lines;
    }
}
