package tonghop.domain;

import java.util.List;

/** The figures of one unit, and of the units below it that reported or were expected to. */
public record UnitReport(Unit unit, Completeness completeness, List<Figure> figures, List<UnitReport> children) {

    public UnitReport {
        figures = List.copyOf(figures);
        children = List.copyOf(children);
    }
}
