package tonghop.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tonghop.domain.report.Figure;
import tonghop.domain.report.Report.Leaf;
import tonghop.report.data.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every cell that the figures stand on, for the page's script: sheet by sheet and row by row, as they were sent.
 *
 * <p>Beyond {@value #MOST} cells a page would no longer open quickly: of the measures that no longer fit only the
 * number of cells is kept then, and the page names {@code so-lieu.csv}, which has them all.
 */
record CellData(FigureIndex index, int most) {

    /** About four megabytes. */
    static final int MOST = 100_000;

    private record Sheet(String file, String sheet, String form, String period) {}

    private record Row(String unit, String label) {}

    /** The sheets, and for each measure that is left out how many cells it has. */
    ObjectNode json(List<Leaf> leaves, String period) {
        List<Leaf> shown = leaves.stream()
                .filter(leaf -> index.hasFigure(leaf.measure()) && index.hasUnit(leaf.unit()))
                .toList();
        ObjectNode json = Json.object();
        ObjectNode leftOut = json.putObject("leftOut");
        leftOut(shown).forEach(leftOut::put);
        Map<Sheet, Map<Row, List<Leaf>>> sheets = new LinkedHashMap<>();
        for (Leaf leaf : shown) {
            if (!leftOut.has(leaf.measure())) {
                sheets.computeIfAbsent(
                                new Sheet(leaf.file(), leaf.sheet(), leaf.form(), leaf.period()),
                                sheet -> new LinkedHashMap<>())
                        .computeIfAbsent(new Row(leaf.unit(), leaf.row()), row -> new ArrayList<>())
                        .add(leaf);
            }
        }
        ArrayNode array = json.putArray("sheets");
        sheets.forEach((sheet, rows) -> {
            ObjectNode fields = array.addObject()
                    .put("file", sheet.file())
                    .put("sheet", sheet.sheet())
                    .put("form", sheet.form());
            if (!sheet.period().equals(period)) {
                fields.put("period", sheet.period());
            }
            ArrayNode ofSheet = fields.putArray("rows");
            rows.forEach((row, cells) -> add(row, cells, ofSheet.addObject()));
        });
        return json;
    }

    private Map<String, Long> leftOut(List<Leaf> leaves) {
        Map<String, Long> counts = leaves.stream().collect(Collectors.groupingBy(Leaf::measure, Collectors.counting()));
        Map<String, Long> leftOut = new LinkedHashMap<>();
        long kept = 0;
        for (Figure figure : index.figures()) {
            long count = counts.getOrDefault(figure.id().toString(), 0L);
            if (kept + count <= most) {
                kept += count;
            } else {
                leftOut.put(figure.id().toString(), count);
            }
        }
        return leftOut;
    }

    /**
     * By measure the addresses of the cells with their values, and by address the marks of those that are not exact.
     */
    private static void add(Row row, List<Leaf> leaves, ObjectNode fields) {
        fields.put("unit", row.unit()).put("row", row.label());
        ObjectNode cells = fields.putObject("cells");
        for (Leaf leaf : leaves) {
            cells.withObjectProperty(leaf.measure())
                    .put(leaf.cell(), leaf.value().toPlainString());
            if (leaf.qualifier() != null) {
                fields.withObjectProperty("marks")
                        .put(leaf.cell(), leaf.qualifier().code());
            }
        }
    }
}
