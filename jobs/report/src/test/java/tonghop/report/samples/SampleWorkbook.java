package tonghop.report.samples;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tonghop.catalogue.Catalogue;
import tonghop.domain.form.Form;
import tonghop.domain.form.FormRule;
import tonghop.domain.report.Report;
import tonghop.domain.time.Period;
import tonghop.report.blank.FormWorkbook;
import tonghop.report.sheet.ReproducibleZip;

/** Makes one workbook of a sample set: the forms filled, then some cells the way that people write them. */
final class SampleWorkbook {

    private final Catalogue catalogue;
    private final Period period;
    private final SampleSet.File file;
    private final List<AsWritten> asWritten = new ArrayList<>();

    private SampleWorkbook(Catalogue catalogue, Period period, SampleSet.File file) {
        this.catalogue = catalogue;
        this.period = period;
        this.file = file;
    }

    /**
     * A cell that does not hold what the program would write.
     *
     * @param sheet from 0
     * @param row the row's label
     * @param column the number in the form
     */
    private record AsWritten(int sheet, String row, int column, WrittenCell cell) {}

    static byte[] of(Catalogue catalogue, Period period, SampleSet.File file) throws IOException {
        SampleWorkbook sample = new SampleWorkbook(catalogue, period, file);
        List<FormWorkbook.Sheet> sheets = sample.sheets();
        ByteArrayOutputStream filled = new ByteArrayOutputStream();
        FormWorkbook.write(filled, sheets, period.to().atStartOfDay().toInstant(ZoneOffset.UTC));
        return withoutNamesOfStyles(
                sample.asWritten.isEmpty() ? filled.toByteArray() : sample.withCellsAsWritten(filled.toByteArray()));
    }

    /** Reports name their usual style; many a program of districts does not. */
    private static byte[] withoutNamesOfStyles(byte[] filled) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(filled));
                ZipOutputStream out = new ZipOutputStream(zip)) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                String content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(part.getName()));
                out.write(content.replaceAll("<cellStyles .*</cellStyles>", "").getBytes(StandardCharsets.UTF_8));
            }
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        ReproducibleZip.write(zip::writeTo, kept);
        return kept.toByteArray();
    }

    /** What the sheets of {@code file} are filled with. */
    static List<FormWorkbook.Sheet> sheets(Catalogue catalogue, Period period, SampleSet.File file) {
        return new SampleWorkbook(catalogue, period, file).sheets();
    }

    private List<FormWorkbook.Sheet> sheets() {
        List<FormWorkbook.Sheet> sheets = new ArrayList<>();
        for (String form : file.forms().keySet()) {
            sheets.add(sheet(sheets.size(), form));
        }
        return sheets;
    }

    private FormWorkbook.Sheet sheet(int index, String number) {
        Form form = catalogue
                .definitions()
                .form(number, period)
                .orElseThrow(() -> new IllegalArgumentException("no form " + number + " for " + period.code()));
        FormWorkbook.Heading heading = new FormWorkbook.Heading(
                file.above(), file.unit(), period.from(), period.to(), period.label(), file.place());
        List<Report.Line> lines = new ArrayList<>();
        Report.Line total = null;
        for (Map.Entry<String, Map<String, String>> row :
                file.forms().getOrDefault(number, Map.of()).entrySet()) {
            Report.Line line = line(index, form, row.getKey(), row.getValue());
            if (line.label().equals(SampleSet.TOTAL)) {
                total = line;
            } else {
                lines.add(line);
            }
        }
        FormWorkbook.Sheet sheet = new FormWorkbook.Sheet(catalogue.blank(form), form, heading, lines);
        return total == null ? sheet : sheet.withTotal(total);
    }

    private Report.Line line(int sheet, Form form, String label, Map<String, String> cells) {
        Map<String, String> rest = new HashMap<>(cells);
        Map<Integer, Report.Value> values = new HashMap<>();
        for (Form.Column column : form.columns()) {
            String written = column.measure() == null
                    ? null
                    : rest.remove(column.measure().id());
            if (written != null) {
                WrittenCell cell = WrittenCell.parse(written);
                if (cell.value() != null) {
                    values.put(column.no(), cell.value());
                }
                if (cell.isAsWritten()) {
                    asWritten.add(new AsWritten(sheet, label, column.no(), cell));
                }
            }
        }
        rest.keySet().stream()
                .filter(name -> !name.equals("note")
                        && form.columns().stream().noneMatch(column -> name.equals(column.attribute())))
                .forEach(name -> {
                    throw new IllegalArgumentException("%s has no %s".formatted(form.id(), name));
                });
        if (!label.equals(SampleSet.TOTAL)) {
            addPrintedSums(form, values);
        }
        return new Report.Line(label, null, values, rest);
    }

    /** What the form prints as a sum need not stand in the table. */
    private static void addPrintedSums(Form form, Map<Integer, Report.Value> values) {
        Map<Integer, BigDecimal> exact = new HashMap<>();
        values.forEach((column, value) -> exact.put(column, value.value()));
        for (FormRule rule : form.rules()) {
            int column = rule.left().columns().get(0);
            boolean isSum = rule.relation() == FormRule.Relation.EQUAL
                    && rule.left().columns().size() == 1;
            if (isSum && !values.containsKey(column) && rule.right().isStatedIn(exact)) {
                values.put(column, new Report.Value(rule.right().of(exact), null));
            }
        }
    }

    private byte[] withCellsAsWritten(byte[] filled) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(filled))) {
            for (AsWritten written : asWritten) {
                XSSFCell cell = find(workbook.getSheetAt(written.sheet()), written.row(), written.column());
                WrittenCell content = written.cell();
                if (content.percent() != null) {
                    XSSFCellStyle percent = cell.getCellStyle().copy();
                    percent.setDataFormat(workbook.createDataFormat().getFormat("0%"));
                    cell.setCellStyle(percent);
                    cell.setCellValue(content.percent().doubleValue());
                } else {
                    cell.setCellValue(content.text());
                }
            }
            return Repository.bytes(workbook, period.to());
        }
    }

    private static XSSFCell find(XSSFSheet sheet, String label, int number) {
        Cell inNumberRow = null;
        for (Row row : sheet) {
            for (Cell cell : row) {
                String text = cell.toString();
                if (inNumberRow == null && text.matches("\\(?" + number + "\\)?(?:=.*)?")) {
                    inNumberRow = cell;
                } else if (inNumberRow != null && text.equals(label)) {
                    return (XSSFCell) row.getCell(inNumberRow.getColumnIndex());
                }
            }
        }
        throw new IllegalArgumentException("no row '%s' with a column %d".formatted(label, number));
    }
}
