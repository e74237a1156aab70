package tonghop.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import tonghop.domain.Completeness;
import tonghop.domain.Figure;
import tonghop.domain.Finding;
import tonghop.domain.Form;
import tonghop.domain.Measure;
import tonghop.domain.Period;
import tonghop.domain.Place;
import tonghop.domain.Report;
import tonghop.domain.Report.Coverage;

/**
 * {@code tong-hop.xlsx}: the indicators, every figure, a sheet for each form with live sums, the findings, and who has
 * sent what.
 */
final class OverviewWorkbook {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final int WIDEST = 60;

    private final Report report;
    private final XSSFWorkbook workbook;
    private final Styles styles;

    private OverviewWorkbook(Report report, XSSFWorkbook workbook) {
        this.report = report;
        this.workbook = workbook;
        this.styles = new Styles(workbook);
    }

    /**
     * Writes the workbook; the same report gives the same bytes.
     *
     * @param created the date in its properties
     */
    static void write(Report report, Instant created, OutputStream out) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            OverviewWorkbook overview = new OverviewWorkbook(report, workbook);
            overview.writeIndicators();
            overview.writeFigures();
            report.tables().forEach(overview::writeForm);
            overview.writeFindings();
            overview.writeCompleteness();
            ReproducibleZip.write(workbook, created, out);
        }
    }

    private void writeIndicators() {
        SheetWriter sheet = sheet("Tổng quan", 46, 14, 14, 14, 16, 32, 16, 16, 14, 14);
        Period period = report.period();
        Completeness completeness = report.top().completeness();
        sheet.row().text("BÁO CÁO TỔNG HỢP - " + report.top().unit().name().toUpperCase(Locale.ROOT), styles.title);
        sheet.row()
                .text(
                        "%s (số liệu từ ngày %s đến ngày %s)"
                                .formatted(
                                        period.label(),
                                        period.from().format(DAY),
                                        period.to().format(DAY)),
                        styles.note);
        sheet.row()
                .text(
                        "Biểu phải gửi: %d; đã nhận: %d; trả lại: %d; chưa gửi: %d"
                                .formatted(
                                        completeness.expected(),
                                        completeness.accepted(),
                                        completeness.rejected(),
                                        completeness.missing()),
                        styles.note);
        sheet.row();
        sheet.headings(
                "Chỉ số",
                "Tỷ lệ (%)",
                "Tử số",
                "Mẫu số",
                "Đơn vị tự nêu (%)",
                "Tình trạng",
                "Số đơn vị đã báo cáo",
                "Số đơn vị phải báo cáo",
                "Thấp nhất (%)",
                "Cao nhất (%)");
        report.top().figures().stream()
                .filter(figure -> figure.kind() == Figure.Kind.INDICATOR)
                .forEach(figure -> writeIndicator(sheet, figure));
        sheet.finish();
    }

    private void writeIndicator(SheetWriter sheet, Figure figure) {
        sheet.row();
        int row = sheet.rowNumber();
        sheet.text(figure.label(), styles.text);
        BigDecimal value = figure.value();
        if (value == null) {
            sheet.text("", styles.centred);
        } else {
            String ratio = "IF(D%d=0,\"\",ROUND(C%d/D%d*100,%d))".formatted(row, row, row, figure.decimals());
            sheet.formula(ratio, value.setScale(figure.decimals(), RoundingMode.HALF_UP), styles.decimal);
        }
        sheet.number(figure.numerator(), numberStyle(figure.numerator()));
        sheet.number(figure.denominator(), numberStyle(figure.denominator()));
        BigDecimal declared = figure.declared();
        if (declared != null && figure.qualifier() != null) {
            sheet.text(Words.qualified(declared, figure.qualifier()), styles.centred);
        } else {
            sheet.number(declared, styles.decimal);
        }
        sheet.text(Words.of(figure.status()), figure.status() == Figure.Status.MISSING ? styles.bad : styles.text);
        sheet.number(BigDecimal.valueOf(figure.reported()), styles.whole);
        sheet.number(BigDecimal.valueOf(figure.expected()), styles.whole);
        writeBound(sheet, figure.low(), figure);
        writeBound(sheet, figure.high(), figure);
    }

    /** What the rate could come to once everybody has reported; 'không rõ' where a missing unit's size is not known. */
    private void writeBound(SheetWriter sheet, @Nullable BigDecimal bound, Figure figure) {
        boolean isUnknown = bound == null && figure.status() == Figure.Status.COMPUTED && figure.value() != null;
        if (isUnknown) {
            sheet.text("không rõ", styles.centred);
        } else {
            sheet.number(
                    bound == null ? null : bound.setScale(figure.decimals(), RoundingMode.HALF_UP), styles.decimal);
        }
    }

    private void writeFigures() {
        SheetWriter sheet = sheet("Chỉ tiêu", 52, 16, 14, 32, 14, 14, 14, 34);
        sheet.headings(
                "Chỉ tiêu", "Số liệu", "Đơn vị tính", "Tình trạng", "Đã báo cáo", "Một phần", "Phải báo cáo", "Mã");
        for (Figure figure : report.top().figures()) {
            if (figure.kind() == Figure.Kind.MEASURE) {
                sheet.row().text(figure.label(), styles.text);
                BigDecimal shown = figure.value() == null ? figure.declared() : figure.value();
                if (shown != null && figure.qualifier() != null) {
                    sheet.text(Words.qualified(shown, figure.qualifier()), styles.centred);
                } else {
                    sheet.number(shown, numberStyle(shown));
                }
                sheet.text(figure.unitOfCount(), styles.centred)
                        .text(
                                Words.of(figure.status()),
                                figure.status() == Figure.Status.MISSING ? styles.bad : styles.text)
                        .number(BigDecimal.valueOf(figure.reported()), styles.whole)
                        .number(BigDecimal.valueOf(figure.partial()), styles.whole)
                        .number(BigDecimal.valueOf(figure.expected()), styles.whole)
                        .text(figure.id(), styles.text);
            }
        }
        sheet.finish();
    }

    private void writeForm(Report.FilledForm filled) {
        Form form = filled.form();
        SheetWriter sheet = sheet(form.fileName(), 34);
        sheet.row().text("%s  %s".formatted(form.id(), form.title()), styles.title);
        sheet.row().text(form.issuedBy(), styles.note);
        sheet.row();
        if (form.rows() == Form.Rows.LIST) {
            writeList(sheet, filled);
        } else {
            writeTable(sheet, filled);
        }
        sheet.finish();
    }

    private void writeList(SheetWriter sheet, Report.FilledForm filled) {
        List<Form.Column> columns = filled.form().columns();
        sheet.headings(columns.stream().map(Form.Column::label).toArray(String[]::new));
        for (Report.Line line : filled.lines()) {
            sheet.row();
            for (Form.Column column : columns) {
                String attribute = String.valueOf(column.attribute());
                String text =
                        attribute.equals("name") ? line.label() : line.texts().getOrDefault(attribute, "");
                sheet.text(text, styles.text);
            }
        }
    }

    private void writeTable(SheetWriter sheet, Report.FilledForm filled) {
        List<Form.Column> columns = filled.form().columns();
        String first = filled.form().rows() == Form.Rows.UNITS ? "Đơn vị" : "Nội dung";
        sheet.headings(Stream.concat(Stream.of(first), columns.stream().map(OverviewWorkbook::heading))
                .toArray(String[]::new));
        int firstRow = sheet.rowNumber() + 1;
        for (Report.Line line : filled.lines()) {
            sheet.row().text(line.label(), styles.text);
            for (Form.Column column : columns) {
                Report.Value value = line.values().get(column.no());
                if (value != null && value.qualifier() != null) {
                    sheet.text(Words.qualified(value.value(), value.qualifier()), styles.centred);
                } else {
                    BigDecimal number = value == null ? null : value.value();
                    sheet.number(number, numberStyle(number));
                }
            }
        }
        int lastRow = sheet.rowNumber();
        sheet.row().text("Tổng số", styles.totalText);
        for (Form.Column column : columns) {
            writeTotal(sheet, filled, column, firstRow, lastRow);
        }
    }

    private void writeTotal(SheetWriter sheet, Report.FilledForm filled, Form.Column column, int first, int last) {
        Measure measure = column.measure();
        List<Report.Value> values = filled.lines().stream()
                .map(Report.Line::values)
                .filter(line -> line.containsKey(column.no()))
                .map(line -> line.get(column.no()))
                .toList();
        if (measure == null || !measure.addsOverUnits() || values.isEmpty()) {
            sheet.text("", styles.totalText);
            return;
        }
        BigDecimal sum = values.stream().map(Report.Value::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean isQualified = values.stream().anyMatch(value -> value.qualifier() != null);
        if (isQualified) {
            report.top().figures().stream()
                    .filter(figure -> figure.id().equals(measure.id()))
                    .findFirst()
                    .ifPresentOrElse(
                            figure -> sheet.text(Words.qualified(sum, figure.qualifier()), styles.totalText),
                            () -> sheet.text("", styles.totalText));
        } else {
            String letters = CellReference.convertNumToColString(sheet.columnNumber());
            sheet.formula(
                    "SUM(%s%d:%s%d)".formatted(letters, first, letters, last),
                    sum,
                    sum.stripTrailingZeros().scale() > 0 ? styles.totalDecimal : styles.totalWhole);
        }
    }

    private static String heading(Form.Column column) {
        Measure measure = column.measure();
        return measure == null
                ? column.label()
                : "(%d) %s (%s)".formatted(column.no(), column.label(), measure.unitOfCount());
    }

    private void writeFindings() {
        SheetWriter sheet = sheet("Phát hiện", 12, 22, 12, 12, 34, 12, 8, 16, 16, WIDEST, WIDEST);
        sheet.headings(
                "Mức",
                "Quy tắc",
                "Đơn vị",
                "Biểu",
                "Tệp",
                "Trang",
                "Ô",
                "Giá trị",
                "Giá trị đúng",
                "Nội dung",
                "In English");
        for (Report.LocatedFinding located : report.findings()) {
            Finding finding = located.finding();
            Place place = finding.place();
            CellStyle severity = switch (finding.severity()) {
                case ERROR -> styles.bad;
                case WARNING -> styles.warning;
                case INFO -> styles.centred;
            };
            sheet.row()
                    .text(Words.of(finding.severity()), severity)
                    .text(finding.code().code(), styles.text)
                    .text(place.unit(), styles.centred)
                    .text(place.form(), styles.centred)
                    .text(place.file(), styles.text)
                    .text(place.sheet(), styles.text)
                    .text(place.cell(), styles.centred)
                    .text(finding.value(), styles.text)
                    .text(finding.expected(), styles.text)
                    .text(located.vietnamese(), styles.text)
                    .text(located.english(), styles.text);
        }
        sheet.finish();
    }

    private void writeCompleteness() {
        SheetWriter sheet = sheet("Đầy đủ", 12, 34);
        Set<String> forms = new LinkedHashSet<>();
        Map<String, Map<String, Coverage>> byUnit = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (Coverage pair : report.coverage()) {
            forms.add(pair.form());
            names.put(pair.unit(), pair.unitName());
            byUnit.computeIfAbsent(pair.unit(), unit -> new LinkedHashMap<>()).put(pair.form(), pair);
        }
        sheet.headings(Stream.concat(Stream.of("Mã", "Đơn vị"), forms.stream()).toArray(String[]::new));
        byUnit.forEach((unit, pairs) -> {
            sheet.row().text(unit, styles.centred).text(names.get(unit), styles.text);
            for (String form : forms) {
                Coverage pair = pairs.get(form);
                sheet.text(pair == null ? "" : Words.of(pair), pair == null ? styles.centred : styleOf(pair.state()));
            }
        });
        sheet.finish();
    }

    private CellStyle styleOf(Coverage.State state) {
        return switch (state) {
            case ACCEPTED -> styles.good;
            case REJECTED -> styles.bad;
            case MISSING -> styles.warning;
        };
    }

    private CellStyle numberStyle(@Nullable BigDecimal value) {
        return value != null && value.stripTrailingZeros().scale() > 0 ? styles.decimal : styles.whole;
    }

    private SheetWriter sheet(String name, int... widths) {
        return new SheetWriter(workbook.createSheet(name), styles, widths);
    }
}
