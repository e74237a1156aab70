package tonghop.report.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tonghop.domain.report.RestatedFigure;
import tonghop.domain.report.Restatement;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Figures stated by the units of another day, for machines and for people. */
public final class RestatementText {

    private static final int RATE_DECIMALS = 2;

    private RestatementText() {}

    /** Everything as JSON: the figures, and the breaks with both sides. */
    public static String json(
            Period period, LocalDate day, List<RestatedFigure> lines, List<Restatement.Break> breaks) {
        ArrayNode figures = Json.array();
        for (RestatedFigure line : lines) {
            ObjectNode figure = Json.object()
                    .put("unit", line.unit().code())
                    .put("name", line.unit().name())
                    .put("id", line.id())
                    .put("value", rounded(line));
            if (line.qualifier() != null) {
                figure.put("qualifier", line.qualifier().code());
            }
            if (line.numerator() != null) {
                figure.put("numerator", line.numerator()).put("denominator", line.denominator());
            }
            figures.add(figure.put("unit_of_count", line.unitOfCount()));
        }
        ArrayNode broken = Json.array();
        for (Restatement.Break one : breaks) {
            ArrayNode others = Json.array();
            for (int index = 0; index < one.others().size(); index++) {
                others.add(Json.object()
                        .put("unit", one.others().get(index).code())
                        .put("value", one.moved().get(index).orElse(null)));
            }
            ObjectNode json = Json.object()
                    .put("unit", one.unit().code())
                    .put("name", one.unit().name())
                    .put("measure", one.measure())
                    .put("value", one.value())
                    .put("held_by", one.heldBy().code());
            json.set("others", others);
            broken.add(json);
        }
        ObjectNode json = Json.object();
        json.put("period", period.code()).put("units_of", day.toString());
        json.set("figures", figures);
        json.set("breaks", broken);
        return Json.text(json);
    }

    /** A block for each unit, and a line for each break. */
    public static String forPeople(
            Period period, LocalDate day, List<RestatedFigure> lines, List<Restatement.Break> breaks) {
        StringBuilder text = new StringBuilder(
                "%s, theo đơn vị ngày %td/%<tm/%<tY / by the units of %<tF\n".formatted(period.label(), day));
        String unit = "";
        for (RestatedFigure line : lines) {
            if (!line.unit().code().equals(unit)) {
                unit = line.unit().code();
                text.append("\n%s %s\n".formatted(unit, line.unit().name()));
            }
            String mark = line.qualifier() == null ? "" : line.qualifier().word() + " ";
            text.append("  %s: %s%s %s%s\n"
                    .formatted(
                            line.label(),
                            mark,
                            Optional.ofNullable(rounded(line))
                                    .map(BigDecimal::toPlainString)
                                    .orElse("không phát sinh"),
                            line.unitOfCount(),
                            line.numerator() == null
                                    ? ""
                                    : " (%s/%s)"
                                            .formatted(
                                                    line.numerator().toPlainString(),
                                                    String.valueOf(line.denominator()))));
        }
        if (!breaks.isEmpty()) {
            text.append("\nKhông tách được theo đơn vị mới / cannot be told apart:\n");
        }
        for (Restatement.Break one : breaks) {
            text.append("  %s %s · %s %s → %s (%s)\n"
                    .formatted(
                            one.unit().code(),
                            one.unit().name(),
                            one.measure(),
                            one.value().toPlainString(),
                            one.heldBy().name(),
                            one.others().stream().map(Unit::name).collect(Collectors.joining(", "))));
        }
        return text.toString();
    }

    private static @Nullable BigDecimal rounded(RestatedFigure line) {
        BigDecimal value = line.value();
        return line.numerator() == null ? value : ReportJson.rounded(value, RATE_DECIMALS);
    }
}
