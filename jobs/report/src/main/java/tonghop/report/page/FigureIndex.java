package tonghop.report.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tonghop.domain.Figure;
import tonghop.domain.Report;
import tonghop.domain.Unit;
import tonghop.domain.UnitReport;

/** The units and the figures of a report with the numbers that they have in its page. */
final class FigureIndex {

    /** A unit, and the number of the one above it; -1 for the report's own. */
    record Place(UnitReport report, int parent) {

        Unit unit() {
            return report.unit();
        }
    }

    private final List<Place> units = new ArrayList<>();
    private final Map<String, Integer> unitNumbers = new HashMap<>();
    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final Map<String, Integer> figureNumbers = new HashMap<>();

    FigureIndex(Report report) {
        add(report.top(), -1);
        int number = 0;
        for (String id : figures.keySet()) {
            figureNumbers.put(id, number++);
        }
    }

    private void add(UnitReport report, int parent) {
        int number = units.size();
        units.add(new Place(report, parent));
        unitNumbers.put(report.unit().code(), number);
        report.figures().forEach(figure -> figures.putIfAbsent(figure.id(), figure));
        report.children().forEach(child -> add(child, number));
    }

    /** The report's own unit first, every unit before those below it. */
    List<Place> units() {
        return units;
    }

    /** One figure of each id, of the highest unit that has it. */
    List<Figure> figures() {
        return List.copyOf(figures.values());
    }

    /** -1 for a unit that has nothing in the report. */
    int unit(String code) {
        return unitNumbers.getOrDefault(code, -1);
    }

    /** -1 for what no unit has. */
    int figure(String id) {
        return figureNumbers.getOrDefault(id, -1);
    }
}
