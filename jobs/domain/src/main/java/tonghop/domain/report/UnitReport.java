package tonghop.domain.report;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.Qualifier;
import tonghop.domain.unit.Unit;

/** The figures of one unit, and of the units below it that reported or were expected to. */
public record UnitReport(Unit unit, Completeness completeness, List<Figure> figures, List<UnitReport> children) {

    public UnitReport {
        figures = List.copyOf(figures);
        children = List.copyOf(children);
    }

    /** The figure of that id; empty if it was neither reported nor owed. */
    public Optional<Figure> find(String id) {
        for (Figure figure : figures) {
            if (figure.id().equals(id)) {
                return Optional.of(figure);
            }
        }
        return Optional.empty();
    }

    /** The mark of the sum of these measures, such as those that are the numerator of a rate; absent if it is exact. */
    public @Nullable Qualifier markOf(List<String> measures) {
        Qualifier mark = null;
        for (String measure : measures) {
            mark = Qualifier.combine(mark, find(measure).map(Figure::qualifier).orElse(null));
        }
        return mark;
    }
}
