package tonghop.report.overview;

import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.openxmlformats.schemas.drawingml.x2006.main.CTRegularTextRun;
import tonghop.domain.report.Figure;
import tonghop.report.words.Words;

/**
 * The place of one chart. Colours are those of Okabe and Ito, which people with any kind of colour blindness can tell
 * apart; values are written beside the bars, so that a print in grey can be read too.
 */
final class ChartFrame {

    static final XDDFColor BLUE = rgb(0x0072B2);
    static final XDDFColor SKY = rgb(0x56B4E9);
    static final XDDFColor VERMILION = rgb(0xD55E00);
    static final XDDFColor GREY = rgb(0xBFBFBF);
    static final List<XDDFColor> COLOURS =
            List.of(BLUE, VERMILION, rgb(0x009E73), rgb(0xCC79A7), rgb(0xE69F00), rgb(0x000000));
    private static final List<MarkerStyle> MARKERS = List.of(
            MarkerStyle.CIRCLE,
            MarkerStyle.SQUARE,
            MarkerStyle.TRIANGLE,
            MarkerStyle.DIAMOND,
            MarkerStyle.X,
            MarkerStyle.PLUS);
    private static final int GAP = 60;
    private static final int FULL_OVERLAP = 100;
    private static final short MARKER_SIZE = 7;

    /** In hundredths of a point. */
    private static final int TITLE_SIZE = 1200;

    private final XSSFSheet sheet;
    private final CellRangeAddress area;

    /** A frame that fills {@code area}. */
    ChartFrame(XSSFSheet sheet, CellRangeAddress area) {
        this.sheet = sheet;
        this.area = area;
    }

    /** One run of values with its name in the legend. */
    record Series(String name, XDDFNumericalDataSource<Double> values, XDDFColor colour) {}

    /** Horizontal bars, the first one on top, with their values beside them. */
    void bars(String title, String alternative, XDDFDataSource<String> categories, List<Series> series) {
        XSSFChart chart = begin(title, alternative);
        XDDFBarChartData data = horizontal(chart);
        data.setBarGrouping(BarGrouping.CLUSTERED);
        add(data, categories, series);
        chart.plot(data);
        label(chart.getCTChart().getPlotArea(), "General");
    }

    /** The same with the series one after the other in each bar. */
    void stacked(String title, String alternative, XDDFDataSource<String> categories, List<Series> series) {
        XSSFChart chart = begin(title, alternative);
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        XDDFBarChartData data = horizontal(chart);
        data.setBarGrouping(BarGrouping.STACKED);
        data.setOverlap((byte) FULL_OVERLAP);
        add(data, categories, series);
        chart.plot(data);
        // Segments of nothing have no number.
        label(chart.getCTChart().getPlotArea(), "#,##0;;");
    }

    /** A line for each series, each with marks of another shape. */
    void lines(String title, String alternative, XDDFDataSource<String> categories, List<Series> series) {
        XSSFChart chart = begin(title, alternative);
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        XDDFCategoryAxis periods = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis values = chart.createValueAxis(AxisPosition.LEFT);
        values.setCrosses(AxisCrosses.AUTO_ZERO);
        XDDFLineChartData data = (XDDFLineChartData) chart.createData(ChartTypes.LINE, periods, values);
        for (int index = 0; index < series.size(); index++) {
            Series one = series.get(index);
            XDDFLineChartData.Series line = (XDDFLineChartData.Series) data.addSeries(categories, one.values());
            line.setTitle(one.name(), null);
            line.setSmooth(false);
            line.setMarkerStyle(MARKERS.get(index % MARKERS.size()));
            line.setMarkerSize(MARKER_SIZE);
            XDDFSolidFillProperties fill = new XDDFSolidFillProperties(one.colour());
            line.setLineProperties(new XDDFLineProperties(fill));
        }
        chart.plot(data);
    }

    private XSSFChart begin(String title, String alternative) {
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        XSSFClientAnchor anchor = drawing.createAnchor(
                0, 0, 0, 0, area.getFirstColumn(), area.getFirstRow(), area.getLastColumn() + 1, area.getLastRow() + 1);
        XSSFChart chart = drawing.createChart(anchor);
        chart.setTitleText(title);
        chart.setTitleOverlay(false);
        chart.setAutoTitleDeleted(false);
        // The run that POI makes has properties already, and may have them once.
        CTRegularTextRun run =
                chart.getCTChart().getTitle().getTx().getRich().getPArray(0).getRArray(0);
        (run.isSetRPr() ? run.getRPr() : run.addNewRPr()).setSz(TITLE_SIZE);
        int last = drawing.getCTDrawing().sizeOfTwoCellAnchorArray() - 1;
        CTNonVisualDrawingProps properties = drawing.getCTDrawing()
                .getTwoCellAnchorArray(last)
                .getGraphicFrame()
                .getNvGraphicFramePr()
                .getCNvPr();
        properties.setName(title);
        properties.setDescr(alternative);
        return chart;
    }

    private static XDDFBarChartData horizontal(XSSFChart chart) {
        XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.LEFT);
        categories.setOrientation(AxisOrientation.MAX_MIN);
        XDDFValueAxis values = chart.createValueAxis(AxisPosition.BOTTOM);
        values.setCrosses(AxisCrosses.AUTO_ZERO);
        values.setMinimum(0);
        values.setVisible(false);
        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, values);
        data.setBarDirection(BarDirection.BAR);
        data.setGapWidth(GAP);
        return data;
    }

    private static void add(XDDFChartData data, XDDFDataSource<String> categories, List<Series> series) {
        for (Series one : series) {
            XDDFChartData.Series bars = data.addSeries(categories, one.values());
            bars.setTitle(one.name(), null);
            XDDFShapeProperties shape = new XDDFShapeProperties();
            shape.setFillProperties(new XDDFSolidFillProperties(one.colour()));
            bars.setShapeProperties(shape);
        }
    }

    private static void label(CTPlotArea plot, String format) {
        for (CTBarSer series : plot.getBarChartArray(0).getSerArray()) {
            CTDLbls labels = series.isSetDLbls() ? series.getDLbls() : series.addNewDLbls();
            labels.addNewNumFmt().setFormatCode(format);
            labels.getNumFmt().setSourceLinked(format.equals("General"));
            labels.addNewShowLegendKey().setVal(false);
            labels.addNewShowVal().setVal(true);
            labels.addNewShowCatName().setVal(false);
            labels.addNewShowSerName().setVal(false);
            labels.addNewShowPercent().setVal(false);
            labels.addNewShowBubbleSize().setVal(false);
        }
    }

    private static XDDFColor rgb(int colour) {
        return XDDFColor.from(new byte[] {(byte) (colour >> 16), (byte) (colour >> 8), (byte) colour});
    }

    /** A rate as it is said in a chart's alternative text. */
    static String percent(Figure figure) {
        BigDecimal shown = figure.shown();
        return shown == null ? "" : Words.number(shown) + "%";
    }
}
