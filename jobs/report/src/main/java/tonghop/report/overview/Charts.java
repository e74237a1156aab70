package tonghop.report.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import tonghop.domain.report.Figure;
import tonghop.domain.report.Ranking;
import tonghop.domain.report.Report;

/** Draws native charts over the cells of the sections, each where the layout has a place for it. */
final class Charts {

    /** A line chart with more lines than these cannot be read. */
    private static final int MOST_LINES = 6;

    private final Report report;
    private final List<Ranking> rankings;
    private final Map<String, Placed> placed;

    Charts(Report report, List<Ranking> rankings, Map<String, Placed> placed) {
        this.report = report;
        this.rankings = List.copyOf(rankings);
        this.placed = Map.copyOf(placed);
    }

    /** Draws every chart that {@code sheet} has a place for; where there is nothing to draw, says so. */
    void draw(XSSFSheet sheet) {
        for (Cell place : placesIn(sheet)) {
            String chart = LayoutPlaceholder.whole(place).orElseThrow().substring(LayoutPlaceholder.CHART.length());
            CellRangeAddress area = sheet.getMergedRegions().stream()
                    .filter(region -> region.isInRange(place))
                    .findFirst()
                    .orElse(new CellRangeAddress(
                            place.getRowIndex(), place.getRowIndex(), place.getColumnIndex(), place.getColumnIndex()));
            place.setBlank();
            Optional<String> missing = draw(chart, new ChartFrame(sheet, area));
            missing.ifPresent(place::setCellValue);
        }
    }

    private List<Cell> placesIn(XSSFSheet sheet) {
        List<Cell> places = new ArrayList<>();
        for (Row row : sheet) {
            boolean isLine = Placed.isLine(placed.values(), sheet, row.getRowNum());
            for (Cell cell : row) {
                if (!isLine
                        && LayoutPlaceholder.whole(cell)
                                .filter(word -> word.startsWith(LayoutPlaceholder.CHART))
                                .isPresent()) {
                    places.add(cell);
                }
            }
        }
        return places;
    }

    /** What is said instead; empty if the chart was drawn. */
    private Optional<String> draw(String chart, ChartFrame frame) {
        return switch (chart) {
            case "indicators" -> indicators(frame);
            case "series" -> series(frame);
            case "completeness" -> completeness(frame);
            default -> ranking(Integer.parseInt(chart.substring(LayoutVocabulary.RANKING_CHART.length())) - 1, frame);
        };
    }

    private Optional<String> indicators(ChartFrame frame) {
        Placed place = placed.get("indicator");
        int count = FigureLines.computed(report).size();
        if (place == null || count == 0 || !has(place, "label", "value")) {
            return Optional.of("Chưa có tỷ lệ nào tính được từ số liệu.");
        }
        String title = "Các tỷ lệ, %s (%%)".formatted(report.period().labelInSentence());
        frame.bars(
                title,
                alternative(title, FigureLines.computed(report)),
                categories(place, "label", 0, count),
                List.of(new ChartFrame.Series("Kết quả", column(place, "value", 0, count), ChartFrame.BLUE)));
        return Optional.empty();
    }

    private static String alternative(String title, List<Figure> figures) {
        List<String> parts = figures.stream()
                .map(figure -> figure.label() + " " + ChartFrame.percent(figure))
                .toList();
        return "Biểu đồ cột: %s. %s.".formatted(title, String.join("; ", parts));
    }

    private Optional<String> ranking(int index, ChartFrame frame) {
        Placed place = placed.get("ranking");
        if (place == null || index >= rankings.size() || !has(place, "unit", "value")) {
            return Optional.of("");
        }
        int first = 0;
        for (Ranking before : rankings.subList(0, index)) {
            first += before.ranked().size() + before.without().size();
        }
        Ranking ranking = rankings.get(index);
        int count = ranking.ranked().size();
        String title = "%s theo đơn vị (%%)".formatted(ranking.of().label());
        List<String> parts = ranking.ranked().stream()
                .map(one -> one.unit().unit().name() + " " + ChartFrame.percent(one.figure()))
                .toList();
        frame.bars(
                title,
                "Biểu đồ cột, %s: %s. %s."
                        .formatted(
                                ranking.of().isHighestFirst() ? "từ cao đến thấp" : "từ thấp đến cao",
                                title,
                                String.join("; ", parts)),
                categories(place, "unit", first, count),
                List.of(new ChartFrame.Series("Kết quả", column(place, "value", first, count), ChartFrame.BLUE)));
        return Optional.empty();
    }

    private Optional<String> completeness(ChartFrame frame) {
        Placed place = placed.get("form");
        if (place == null || place.lines() == 0 || !has(place, "form", "on-time", "late", "rejected", "missing")) {
            return Optional.of("Không có biểu nào phải gửi.");
        }
        int count = place.lines();
        String title =
                "Tình hình gửi biểu, %s (số đơn vị)".formatted(report.period().labelInSentence());
        frame.stacked(
                title,
                "Biểu đồ cột chồng: %s. Biểu phải gửi %d, đã nhận %d (%d trễ hạn), trả lại %d, chưa gửi %d."
                        .formatted(
                                title,
                                report.top().completeness().expected(),
                                report.top().completeness().accepted(),
                                report.top().completeness().late(),
                                report.top().completeness().rejected(),
                                report.top().completeness().missing()),
                categories(place, "form", 0, count),
                List.of(
                        new ChartFrame.Series("Đúng hạn", column(place, "on-time", 0, count), ChartFrame.BLUE),
                        new ChartFrame.Series("Trễ hạn", column(place, "late", 0, count), ChartFrame.SKY),
                        new ChartFrame.Series("Trả lại", column(place, "rejected", 0, count), ChartFrame.VERMILION),
                        new ChartFrame.Series("Chưa gửi", column(place, "missing", 0, count), ChartFrame.GREY)));
        return Optional.empty();
    }

    /** The rates over time; where there are none, nothing: counts of different things do not share an axis. */
    private Optional<String> series(ChartFrame frame) {
        Placed place = placed.get("series");
        List<Figure> figures = FigureLines.seriesOf(report).stream()
                .filter(figure -> figure.kind() == Figure.Kind.INDICATOR)
                .limit(MOST_LINES)
                .toList();
        if (place == null || place.repeated() < 0 || figures.isEmpty()) {
            return Optional.of("Chưa có tỷ lệ của kỳ trước để so sánh.");
        }
        int columns = place.section().columns().size();
        CellRangeAddress periods = new CellRangeAddress(
                place.headingRow(), place.headingRow(), place.repeated(), place.repeated() + columns - 1);
        List<ChartFrame.Series> series = new ArrayList<>();
        for (int line = 0; line < figures.size(); line++) {
            int row = place.firstRow() + line;
            CellRangeAddress range = new CellRangeAddress(row, row, place.repeated(), place.repeated() + columns - 1);
            series.add(new ChartFrame.Series(
                    figures.get(line).label(),
                    XDDFDataSourcesFactory.fromNumericCellRange(place.sheet(), range),
                    ChartFrame.COLOURS.get(line)));
        }
        String title = "Các tỷ lệ qua các kỳ (%)";
        frame.lines(
                title,
                "Biểu đồ đường: %s, %d kỳ đến %s."
                        .formatted(title, columns, report.period().labelInSentence()),
                XDDFDataSourcesFactory.fromStringCellRange(place.sheet(), periods),
                series);
        return Optional.empty();
    }

    private static boolean has(Placed place, String... fields) {
        return place.fields().keySet().containsAll(List.of(fields));
    }

    private static XDDFDataSource<String> categories(Placed place, String field, int first, int count) {
        return XDDFDataSourcesFactory.fromStringCellRange(place.sheet(), range(place, field, first, count));
    }

    private static XDDFNumericalDataSource<Double> column(Placed place, String field, int first, int count) {
        return XDDFDataSourcesFactory.fromNumericCellRange(place.sheet(), range(place, field, first, count));
    }

    private static CellRangeAddress range(Placed place, String field, int first, int count) {
        int column = Objects.requireNonNull(place.fields().get(field));
        int row = place.firstRow() + first;
        return new CellRangeAddress(row, row + count - 1, column, column);
    }
}
