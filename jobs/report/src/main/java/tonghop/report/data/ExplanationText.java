package tonghop.report.data;

import java.util.ArrayList;
import java.util.List;
import tonghop.domain.report.Explanation;
import tonghop.domain.report.Figure;
import tonghop.domain.unit.Unit;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A figure with its way back to the cells, for machines and for people. */
public final class ExplanationText {

    private ExplanationText() {}

    /** The contract of {@code explain --json}. */
    public static String json(Explanation explanation) {
        ObjectNode figure = ReportJson.figure(explanation.figure());
        figure.put("unit", explanation.unit().code());
        figure.put("period", explanation.period().code());
        ArrayNode leaves = Json.array();
        for (Explanation.Leaf leaf : explanation.leaves()) {
            ObjectNode json = Json.object()
                    .put("unit", leaf.unit())
                    .put("measure", leaf.measure())
                    .put("value", leaf.value());
            if (leaf.qualifier() != null) {
                json.put("qualifier", leaf.qualifier().code());
            }
            leaves.add(json.put("role", leaf.role().code())
                    .put("factor", leaf.factor())
                    .put("period", leaf.period())
                    .put("form", leaf.form())
                    .put("row", leaf.row())
                    .put("file", leaf.file())
                    .put("sha256", leaf.sha256())
                    .put("sheet", leaf.sheet())
                    .put("cell", leaf.cell())
                    .put("raw", leaf.raw()));
        }
        ObjectNode json = Json.object();
        json.set("figure", figure);
        json.put("formula", explanation.formula());
        json.set("leaves", leaves);
        return Json.text(json);
    }

    /** The figure, its formula, and a line for each cell. */
    public static List<String> forPeople(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        Figure figure = explanation.figure();
        Unit unit = explanation.unit();
        lines.add("%s · %s %s · %s"
                .formatted(
                        figure.label(),
                        unit.code(),
                        unit.name(),
                        explanation.period().label()));
        lines.add("  " + value(figure));
        lines.add("  " + explanation.formula());
        String file = "";
        for (Explanation.Leaf leaf : explanation.leaves()) {
            if (!leaf.file().equals(file)) {
                file = leaf.file();
                lines.add("");
                lines.add("%s  (sha256 %s)".formatted(file, leaf.sha256().substring(0, 12)));
            }
            lines.add("  %-10s %-8s %-12s %s"
                    .formatted(leaf.value().toPlainString(), leaf.unit(), leaf.cell(), where(leaf)));
        }
        if (explanation.leaves().isEmpty()) {
            lines.add("  Không có ô nào: chưa ai báo cáo. / No cells: nobody reported it.");
        }
        return lines;
    }

    private static String value(Figure figure) {
        String mark = figure.qualifier() == null ? "" : figure.qualifier().word() + " ";
        if (figure.value() == null) {
            return figure.declared() == null
                    ? "chưa có số liệu / missing"
                    : "%s%s %s, đơn vị tự nêu / as declared"
                            .formatted(mark, figure.declared().toPlainString(), figure.unitOfCount());
        }
        String counts = figure.numerator() == null || figure.denominator() == null
                ? ""
                : " (%s/%s)"
                        .formatted(
                                figure.numerator().toPlainString(),
                                figure.denominator().toPlainString());
        return "%s%s %s%s · %d/%d đơn vị / units"
                .formatted(
                        mark,
                        String.valueOf(ReportJson.rounded(figure)),
                        figure.unitOfCount(),
                        counts,
                        figure.reported(),
                        figure.expected());
    }

    private static String where(Explanation.Leaf leaf) {
        String times = leaf.factor() == 1 ? "" : " × " + leaf.factor();
        return String.join(
                " · ", List.of(leaf.sheet(), leaf.form(), leaf.period(), leaf.measure() + times, leaf.row()));
    }
}
