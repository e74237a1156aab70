package tonghop.report.document;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tonghop.domain.NearestWord;
import tonghop.domain.UnitLevel;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.form.Measure;
import tonghop.domain.report.FigureId;

/** Every placeholder that the catalogue knows. */
final class DocumentVocabulary {

    private final Set<String> figures = new TreeSet<>();
    private final Set<String> others = new TreeSet<>(ReportWords.names());

    DocumentVocabulary(Definitions definitions) {
        definitions.forms().forEach(this::add);
        definitions.indicators().forEach(indicator -> figures.add(indicator.id()));
        for (RepeatedRow rows : RepeatedRow.values()) {
            others.addAll(rows.names());
        }
    }

    private void add(Form form) {
        form.statedMeasures().forEach(this::add);
        if (form.rows() == Form.Rows.LIST) {
            others.add(RepeatedRow.ITEM + ":" + form.id() + "." + RepeatedRow.ORDINAL);
            form.columns().stream()
                    .flatMap(column -> Stream.ofNullable(column.attribute()))
                    .forEach(attribute -> {
                        others.add(RepeatedRow.ITEM + ":" + form.id() + "." + attribute);
                        others.add(ReportValues.LIST + ":" + form.id() + "." + attribute);
                    });
        }
    }

    private void add(Measure measure) {
        figures.add(measure.id());
        if (measure.byLevel()) {
            for (UnitLevel level : UnitLevel.values()) {
                figures.add(FigureId.of(measure.id(), level).toString());
            }
        }
    }

    /** Says it if {@code placeholder} stands for nothing, with the nearest one that does. */
    void check(Placeholder placeholder, Mistakes mistakes) {
        String written = placeholder.toString();
        String function = placeholder.function();
        boolean isOfFigure = FigureWords.functions().contains(function);
        if (others.contains(written) || (isOfFigure && figures.contains(placeholder.argument()))) {
            return;
        }
        String nearest = NearestWord.to(written, others)
                .or(() -> NearestWord.to(placeholder.argument(), figures)
                        .map(figure -> new Placeholder(nearestFunction(function), figure).toString()))
                .orElse("");
        mistakes.add(
                "không có '{{%s}}'%s".formatted(written, nearest.isEmpty() ? "" : "; có phải '{{" + nearest + "}}'?"),
                "there is no '{{%s}}'%s"
                        .formatted(written, nearest.isEmpty() ? "" : "; did you mean '{{" + nearest + "}}'?"));
    }

    private static String nearestFunction(String function) {
        return function.isEmpty()
                ? ""
                : NearestWord.to(function, FigureWords.functions()).orElse("");
    }
}
