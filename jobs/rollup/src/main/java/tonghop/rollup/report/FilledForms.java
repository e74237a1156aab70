package tonghop.rollup.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tonghop.domain.form.Amount;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.form.Measure;
import tonghop.domain.form.Observation;
import tonghop.domain.report.Leaf;
import tonghop.domain.report.Report.FilledForm;
import tonghop.domain.report.Report.Line;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;
import tonghop.rollup.sum.Totals;

/**
 * Fills each form that was sent, one level up: a line for the unit's own part and one for each unit below. Where the
 * unit's own words stand for the units below, the cells of these stay blank, so that the lines add up to the unit's
 * figure.
 */
final class FilledForms {

    private final UnitTree tree;
    private final Period period;
    private final Totals totals;
    private final StoredPeriod stored;
    private final FinerSources finer;
    private final Silences silences;

    FilledForms(
            Definitions definitions,
            Period period,
            Totals totals,
            StoredPeriod stored,
            FinerSources finer,
            Silences silences) {
        this.tree = definitions.unitsOf(period);
        this.period = period;
        this.totals = totals;
        this.stored = stored;
        this.finer = finer;
        this.silences = silences;
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
                    filled.add(PrintedForm.of(form, lines));
                }
            }
        }
        return filled;
    }

    private List<Line> unitLines(Unit top, Form form) {
        List<Line> lines = new ArrayList<>();
        Map<Integer, Amount> own = values(top.code(), form, Totals.OWN);
        if (!own.isEmpty()) {
            lines.add(new Line(top.name(), top.code(), own, Map.of()));
        }
        Map<Integer, Amount> ofChildren = values(top.code(), form, Totals.CHILDREN);
        if (!ofChildren.isEmpty()) {
            lines.add(new Line(labelForChildren(top, form), top.code(), ofChildren, Map.of()));
        }
        for (Unit child : tree.childrenOf(top.code())) {
            Map<Integer, Amount> values = values(child.code(), form, Totals.ALL);
            form.columns().stream()
                    .filter(column -> column.measure() != null
                            && column.measure().addsOverUnits()
                            && silences.holdsBelow(top.code(), column.measure().id()))
                    .forEach(column -> values.remove(column.no()));
            if (!values.isEmpty() || form.isOwedBy(child, period)) {
                lines.add(new Line(child.name(), child.code(), values, Map.of()));
            }
        }
        return lines;
    }

    /** What the row that speaks for all children is called in the sheet. */
    private String labelForChildren(Unit top, Form form) {
        return stored.leaves().stream()
                .filter(leaf -> leaf.scope() == Observation.Scope.CHILDREN)
                .filter(leaf -> leaf.unit().equals(top.code()) && leaf.form().equals(form.id()))
                .map(Leaf::row)
                .findFirst()
                .orElse("");
    }

    private Map<Integer, Amount> values(String unit, Form form, String part) {
        Map<Integer, Amount> values = new HashMap<>();
        for (Form.Column column : form.columns()) {
            Measure measure = column.measure();
            if (measure != null) {
                Optional<Amount> value = totals.find(unit, measure.id(), part);
                value.ifPresent(found -> values.put(column.no(), found));
            }
        }
        return values;
    }

    private List<Line> categoryLines(Form form, Set<String> within) {
        Map<String, Map<Integer, Amount>> byCategory = new LinkedHashMap<>();
        for (Leaf leaf : stored.leaves()) {
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
            Form form, Leaf leaf, Map<String, Integer> goesInto, Map<String, Map<Integer, Amount>> byCategory) {
        Map<Integer, Amount> values = byCategory.computeIfAbsent(leaf.row(), row -> new HashMap<>());
        for (Form.Column column : form.columns()) {
            Measure measure = column.measure();
            Integer times = measure == null ? null : goesInto.get(measure.id());
            if (times != null && measure != null && measure.addsOverUnits()) {
                BigDecimal value = leaf.amount().value().multiply(BigDecimal.valueOf(times));
                values.merge(column.no(), new Amount(value, leaf.amount().qualifier()), Amount::plus);
            }
        }
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
