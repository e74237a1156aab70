package tonghop.launch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tonghop.domain.form.Form;
import tonghop.domain.form.FormRule;
import tonghop.domain.form.Measure;
import tonghop.report.blank.BlankWorkbook;

/**
 * A blank form as somebody might fill it in: numbers that sometimes hold the rules, and everything else that happens.
 */
final class FilledBlank {

    private static final Pattern NUMBERED = Pattern.compile("\\(?(\\d{1,3})\\)?\\s*(?:=.*)?");
    private static final List<String> TEXTS = List.of("KPS", "không", "-", "x", "chưa rõ", "nhiều", "Không phát sinh");
    private static final List<String> OFFICES = List.of("Ban Tiếp công dân", "Thanh tra", "Phòng Nội vụ", "Văn phòng");
    private static final int MOST_ROWS_FILLED = 12;

    private final Form form;
    private final XSSFSheet sheet;
    private final Random random;
    private final Map<Integer, Integer> columns = new TreeMap<>();
    private final int numberRow;

    private FilledBlank(Form form, XSSFSheet sheet, Random random) {
        this.form = form;
        this.sheet = sheet;
        this.random = random;
        this.numberRow = findNumbers();
    }

    /** The blank that was asked for, filled by the generator {@code random}. */
    static XSSFWorkbook of(BlankWorkbook.Request request, Random random) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BlankWorkbook.write(bytes, request, Instant.EPOCH);
        XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
        FilledBlank filled = new FilledBlank(request.form(), workbook.getSheetAt(0), random);
        filled.fill();
        return workbook;
    }

    private int findNumbers() {
        for (Row row : sheet) {
            columns.clear();
            for (Cell cell : row) {
                Matcher number = NUMBERED.matcher(cell.toString().strip());
                if (number.matches()) {
                    columns.putIfAbsent(Integer.parseInt(number.group(1)), cell.getColumnIndex());
                }
            }
            if (form.columns().stream().allMatch(column -> columns.containsKey(column.no()))) {
                columns.keySet().removeIf(number -> form.column(number).isEmpty());
                return row.getRowNum();
            }
        }
        throw new IllegalStateException("no row of numbers in " + form.id());
    }

    private void fill() {
        boolean isClean = random.nextInt(4) == 0;
        int last = numberRow + 1 + MOST_ROWS_FILLED;
        for (int row = numberRow + 1; row <= last && isInTable(row); row++) {
            if (random.nextInt(6) > 0) {
                fillLabel(row, isClean);
                if (form.rows() == Form.Rows.LIST) {
                    fillItem(row, isClean);
                } else {
                    fillNumbers(row, isClean);
                }
            }
        }
        fillTotal();
    }

    /** In the table every numbered cell has a border; below it there is none. */
    private boolean isInTable(int row) {
        int first = columns.values().iterator().next();
        return sheet.getRow(row) != null
                && sheet.getRow(row).getCell(first) != null
                && sheet.getRow(row)
                                .getCell(first)
                                .getCellStyle()
                                .getBorderBottom()
                                .getCode()
                        > 0
                && isOpen(row, first);
    }

    private boolean isOpen(int row, int column) {
        Cell cell = sheet.getRow(row).getCell(column);
        return cell != null && !cell.getCellStyle().getLocked();
    }

    private Cell cell(int row, Form.Column column) {
        return sheet.getRow(row).getCell(columns.getOrDefault(column.no(), 0));
    }

    private void fillLabel(int row, boolean isClean) {
        int column = columns.values().stream().min(Integer::compare).orElseThrow() - 1;
        if (form.rows() != Form.Rows.LIST && isOpen(row, column)) {
            boolean isForgotten = !isClean && random.nextInt(6) == 0;
            boolean isTwice = !isClean && random.nextInt(6) == 0;
            String first = sheet.getRow(numberRow + 1).getCell(column).toString();
            String office = OFFICES.get(row % OFFICES.size()) + " " + row;
            if (!isForgotten) {
                sheet.getRow(row).getCell(column).setCellValue(isTwice && !first.isEmpty() ? first : office);
            }
        }
    }

    private void fillItem(int row, boolean isClean) {
        for (Form.Column column : form.columns()) {
            Cell cell = cell(row, column);
            boolean isName = "name".equals(column.attribute());
            if (!column.values().isEmpty()) {
                String known =
                        column.values().get(random.nextInt(column.values().size()));
                set(cell, choose(known, known.toUpperCase(Locale.ROOT), isClean ? "" : "khác", ""));
            } else if (!"unit".equals(column.attribute())) {
                set(cell, choose("Mô hình " + row, "Tổ tự quản", isName && isClean ? "Câu lạc bộ" : ""));
            }
        }
    }

    private static void set(Cell cell, String text) {
        if (!text.isEmpty()) {
            cell.setCellValue(text);
        }
    }

    private String choose(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private void fillNumbers(int row, boolean isClean) {
        Map<Integer, BigDecimal> values = new HashMap<>();
        boolean isSparse = random.nextBoolean();
        for (Form.Column column : form.columns()) {
            if (!isSparse || random.nextInt(3) > 0) {
                values.put(column.no(), BigDecimal.valueOf(random.nextInt(isClean ? 3 : 12)));
            }
        }
        if (isClean || random.nextBoolean()) {
            makeHold(values);
        }
        values.forEach((no, value) -> write(row, form.column(no).orElseThrow(), value, isClean));
    }

    /** Sets totals to the sums of their parts, from the last rule to the first, and keeps parts below their wholes. */
    private void makeHold(Map<Integer, BigDecimal> values) {
        for (int pass = 0; pass < 4; pass++) {
            for (FormRule rule : form.rules()) {
                BigDecimal left = rule.left().of(values);
                BigDecimal right = rule.right().of(values);
                if (rule.isComparable(values) && !rule.holds(left, right)) {
                    Integer column = rule.relation() == FormRule.Relation.AT_LEAST
                            ? rule.right().columns().get(0)
                            : rule.left().columns().get(0);
                    BigDecimal fitting = rule.relation() == FormRule.Relation.EQUAL ? right : BigDecimal.ZERO;
                    values.put(column, fitting);
                }
            }
        }
    }

    private void write(int row, Form.Column column, BigDecimal value, boolean isClean) {
        Cell cell = cell(row, column);
        int odd = isClean ? Integer.MAX_VALUE : random.nextInt(120);
        switch (odd) {
            case 0 -> cell.setCellValue(-value.doubleValue() - 1);
            case 1 -> cell.setCellValue(value.doubleValue() + 0.5);
            case 2, 3 -> cell.setCellValue(TEXTS.get(random.nextInt(TEXTS.size())));
            case 4 -> cell.setCellValue(1000.5);
            case 5 -> cell.setCellValue(true);
            default -> cell.setCellValue(withDecimals(column, value));
        }
    }

    private double withDecimals(Form.Column column, BigDecimal value) {
        boolean isWhole =
                Optional.ofNullable(column.measure()).map(Measure::decimals).orElse(0) == 0;
        return isWhole
                ? value.doubleValue()
                : value.add(new BigDecimal(random.nextInt(100)).movePointLeft(2))
                        .doubleValue();
    }

    /** Rates and ranks of the total row are the sender's own. */
    private void fillTotal() {
        for (int row = numberRow + 2; row <= sheet.getLastRowNum(); row++) {
            for (Form.Column column : form.columns()) {
                boolean isOwn = column.measure() != null && column.measure().staysWhereStated();
                boolean isTotal = sheet.getRow(row) != null && hasSum(row);
                if (isOwn && isTotal && random.nextBoolean()) {
                    write(row, column, BigDecimal.valueOf(random.nextInt(101)), true);
                }
            }
        }
    }

    private boolean hasSum(int row) {
        for (int column : columns.values()) {
            Cell cell = sheet.getRow(row).getCell(column);
            if (cell != null && cell.toString().contains("SUM(")) {
                return true;
            }
        }
        return false;
    }
}
