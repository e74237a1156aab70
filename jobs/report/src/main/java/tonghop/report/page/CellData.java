package tonghop.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tonghop.domain.Report;
import tonghop.report.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every cell that the figures stand on, for the page's script, by measure. Texts that come again and again are kept
 * once and named by number.
 *
 * <p>Beyond {@value #MOST} cells a page would no longer open quickly: of the measures that no longer fit only the
 * number of cells is kept then, and the page names {@code so-lieu.csv}, which has them all.
 */
final class CellData {

    /** About four megabytes. */
    static final int MOST = 100_000;

    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final FigureIndex index;
    private final int most;

    CellData(FigureIndex index, int most) {
        this.index = index;
        this.most = most;
    }

    /** The texts, and for each figure by its number either its cells or how many there are. */
    ObjectNode json(List<Report.Leaf> leaves, String period) {
        Map<Integer, List<Report.Leaf>> byFigure = new LinkedHashMap<>();
        for (Report.Leaf leaf : leaves) {
            int figure = index.figure(leaf.measure());
            if (figure >= 0 && index.unit(leaf.unit()) >= 0) {
                byFigure.computeIfAbsent(figure, number -> new ArrayList<>()).add(leaf);
            }
        }
        ObjectNode cells = Json.object();
        int kept = 0;
        for (int figure = 0; figure < index.figures().size(); figure++) {
            List<Report.Leaf> ofFigure = byFigure.getOrDefault(figure, List.of());
            boolean fits = kept + ofFigure.size() <= most;
            if (!ofFigure.isEmpty() && fits) {
                kept += ofFigure.size();
                ArrayNode array = cells.putArray(Integer.toString(figure));
                ofFigure.forEach(leaf -> add(leaf, period, array.addArray()));
            } else if (!ofFigure.isEmpty()) {
                cells.put(Integer.toString(figure), ofFigure.size());
            }
        }
        ObjectNode json = Json.object();
        json.set("cells", cells);
        ArrayNode array = json.putArray("texts");
        texts.keySet().forEach(array::add);
        return json;
    }

    private void add(Report.Leaf leaf, String period, ArrayNode fields) {
        fields.add(index.unit(leaf.unit()))
                .add(leaf.value().toPlainString())
                .add(number(leaf.file()))
                .add(number(leaf.sheet()))
                .add(leaf.cell())
                .add(number(leaf.row()))
                .add(number(leaf.form()));
        boolean isOfAnother = !leaf.period().equals(period);
        if (leaf.qualifier() != null || isOfAnother) {
            fields.add(leaf.qualifier() == null ? "" : leaf.qualifier().code());
        }
        if (isOfAnother) {
            fields.add(number(leaf.period()));
        }
    }

    private int number(String text) {
        return texts.computeIfAbsent(text, key -> texts.size());
    }
}
