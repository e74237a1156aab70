package tonghop.report.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tonghop.domain.report.Figure;
import tonghop.domain.report.Report;
import tonghop.domain.report.UnitReport;
import tonghop.domain.unit.Unit;

/** The units of a report by their codes, and its figures by their ids. */
final class FigureIndex {

    /** A unit, and the code of the one above it; absent for the report's own. */
    record Place(UnitReport report, @Nullable String parent) {

        Unit unit() {
            return report.unit();
        }
    }

    private final Map<String, Place> units = new LinkedHashMap<>();
    private final Map<String, Figure> figures = new LinkedHashMap<>();

    FigureIndex(Report report) {
        add(report.top(), null);
    }

    private void add(UnitReport report, @Nullable String parent) {
        units.put(report.unit().code(), new Place(report, parent));
        report.figures().forEach(figure -> figures.putIfAbsent(figure.id(), figure));
        report.children().forEach(child -> add(child, report.unit().code()));
    }

    /** The report's own unit first, every unit before those below it. */
    List<Place> units() {
        return List.copyOf(units.values());
    }

    /** One figure of each id, of the highest unit that has it. */
    List<Figure> figures() {
        return List.copyOf(figures.values());
    }

    /** The name of a unit that has something in the report, else its code. */
    String name(String code) {
        Place place = units.get(code);
        return place == null ? code : place.unit().name();
    }

    boolean hasUnit(String code) {
        return units.containsKey(code);
    }

    boolean hasFigure(String id) {
        return figures.containsKey(id);
    }
}
