package tonghop.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.FindingCode;
import tonghop.spreadsheet.text.VietnameseText;

/**
 * Reads the sheets of a workbook by POI's model of it: what our own readers are compared with.
 *
 * <p>A formula counts with the value that the sender's program stored. Where it stored none, as some libraries do, the
 * formula is computed; POI alone would say 0.
 */
public final class PoiGrids {

    private static final long MOST_BYTES = 50L << 20;
    private static final long MOST_UNPACKED_BYTES = 200L << 20;
    private static final int MOST_ROWS = 20_000;

    /** What Excel keeps of a number; the digits beyond are artefacts of binary fractions. */
    private static final MathContext SIGNIFICANT_DIGITS = new MathContext(15);

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.");

    private final FormulaEvaluator evaluator;

    private PoiGrids(Workbook workbook) {
        this.evaluator = workbook.getCreationHelper().createFormulaEvaluator();
    }

    /**
     * Reads all sheets, hidden ones included, in the workbook's order.
     *
     * @throws UnreadableFileException if {@code file} is no workbook, damaged, locked or too large
     */
    public static List<Grid> read(Path file) throws UnreadableFileException, IOException {
        checkSize(file);
        try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            return new PoiGrids(workbook).grids(workbook);
        } catch (EncryptedDocumentException e) {
            throw new UnreadableFileException(FindingCode.PASSWORD_PROTECTED);
        } catch (IOException | RuntimeException e) {
            // POI tells of damaged files by many unchecked exceptions; none of them is a fault of ours.
            throw new UnreadableFileException(FindingCode.UNREADABLE_FILE);
        }
    }

    private static void checkSize(Path file) throws UnreadableFileException, IOException {
        long bytes = Files.size(file);
        if (bytes > MOST_BYTES) {
            throw tooLarge(bytes, MOST_BYTES);
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            long unpacked = zip.stream().mapToLong(ZipEntry::getSize).sum();
            if (unpacked > MOST_UNPACKED_BYTES) {
                throw tooLarge(unpacked, MOST_UNPACKED_BYTES);
            }
        } catch (ZipException e) {
            // Not a zip: an old .xls, or no workbook; POI will tell. But of a zip that was cut off it reads what is
            // left.
            if (isZip(file)) {
                throw new UnreadableFileException(FindingCode.UNREADABLE_FILE);
            }
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Arrays.equals(bytes.readNBytes(2), new byte[] {'P', 'K'});
        }
    }

    private static UnreadableFileException tooLarge(long bytes, long limit) {
        return new UnreadableFileException(
                FindingCode.TOO_LARGE, Fact.SEEN.is((bytes >> 20) + " MB"), Fact.LIMIT.is((limit >> 20) + " MB"));
    }

    /** The same without what this reader does not tell: how a value is shown, and what its formula gives. */
    static List<Grid> stored(List<Grid> grids) {
        return grids.stream().map(PoiGrids::stored).toList();
    }

    private static Grid stored(Grid grid) {
        NavigableMap<Integer, NavigableMap<Integer, Grid.Cell>> rows = new TreeMap<>();
        grid.rows().forEach((row, cells) -> {
            NavigableMap<Integer, Grid.Cell> stored = new TreeMap<>(cells);
            stored.replaceAll((column, cell) -> stored(cell));
            rows.put(row, stored);
        });
        Map<CellAddress, Grid.Cell> covered = new HashMap<>(grid.covered());
        covered.replaceAll((address, cell) -> stored(cell));
        return new Grid(
                grid.sheet(), grid.isHidden(), rows, grid.merges(), covered, grid.hiddenRows(), grid.hiddenColumns());
    }

    private static Grid.Cell stored(Grid.Cell cell) {
        return new Grid.Cell(
                cell.kind(), cell.text(), cell.number(), cell.isPercent(), cell.origin(), cell.original(), null, null);
    }

    private List<Grid> grids(Workbook workbook) throws UnreadableFileException {
        List<Grid> grids = new ArrayList<>();
        for (int index = 0; index < workbook.getNumberOfSheets(); index++) {
            boolean isHidden = workbook.isSheetHidden(index) || workbook.isSheetVeryHidden(index);
            grids.add(grid(workbook.getSheetAt(index), isHidden));
        }
        return grids;
    }

    private Grid grid(Sheet sheet, boolean isHidden) throws UnreadableFileException {
        NavigableMap<Integer, NavigableMap<Integer, Grid.Cell>> rows = new TreeMap<>();
        for (Row row : sheet) {
            NavigableMap<Integer, Grid.Cell> cells = new TreeMap<>();
            for (Cell cell : row) {
                Grid.Cell value = value(cell);
                if (value != null) {
                    cells.put(cell.getColumnIndex(), value);
                }
            }
            if (!cells.isEmpty()) {
                rows.put(row.getRowNum(), cells);
            }
            if (rows.size() > MOST_ROWS) {
                throw new UnreadableFileException(
                        FindingCode.TOO_LARGE,
                        Fact.SEEN.is("> " + MOST_ROWS + " dòng"),
                        Fact.LIMIT.is(MOST_ROWS + " dòng"));
            }
        }
        List<Grid.Merge> merges = sheet.getMergedRegions().stream()
                .map(range -> new Grid.Merge(
                        range.getFirstRow(), range.getLastRow(), range.getFirstColumn(), range.getLastColumn()))
                .toList();
        Map<CellAddress, Grid.Cell> covered = new HashMap<>();
        rows.forEach((row, cells) -> cells.forEach((column, cell) -> {
            boolean isFirst =
                    merges.stream().anyMatch(merge -> merge.firstRow() == row && merge.firstColumn() == column);
            if (!isFirst && merges.stream().anyMatch(merge -> merge.holds(row, column))) {
                covered.put(new CellAddress(row, column), cell);
            }
        }));
        NavigableMap<Integer, NavigableMap<Integer, Grid.Cell>> seen = new TreeMap<>();
        rows.forEach((row, cells) -> {
            NavigableMap<Integer, Grid.Cell> left = new TreeMap<>(cells);
            left.keySet().removeIf(column -> covered.containsKey(new CellAddress(row, column)));
            if (!left.isEmpty()) {
                seen.put(row, left);
            }
        });
        return new Grid(
                sheet.getSheetName(),
                isHidden,
                Collections.unmodifiableNavigableMap(seen),
                merges,
                covered,
                hiddenRows(sheet, seen.keySet()),
                hiddenColumns(sheet, seen));
    }

    private static Set<Integer> hiddenRows(Sheet sheet, Set<Integer> withContent) {
        Set<Integer> hidden = new HashSet<>();
        for (Row row : sheet) {
            if (row.getZeroHeight() && withContent.contains(row.getRowNum())) {
                hidden.add(row.getRowNum());
            }
        }
        return hidden;
    }

    private static Set<Integer> hiddenColumns(
            Sheet sheet, NavigableMap<Integer, NavigableMap<Integer, Grid.Cell>> rows) {
        return rows.values().stream()
                .flatMap(cells -> cells.keySet().stream())
                .filter(sheet::isColumnHidden)
                .collect(Collectors.toSet());
    }

    private Grid.@Nullable Cell value(Cell cell) {
        return switch (cell.getCellType()) {
            case STRING -> text(cell.getStringCellValue());
            case NUMERIC -> number(cell, cell.getNumericCellValue());
            case BOOLEAN -> logical(cell.getBooleanCellValue());
            case ERROR -> error(cell.getErrorCellValue());
            case FORMULA -> formula(cell);
            default -> null;
        };
    }

    private Grid.@Nullable Cell formula(Cell cell) {
        if (cell instanceof XSSFCell xssf && hasNoCachedValue(xssf)) {
            return computed(cell);
        }
        return switch (cell.getCachedFormulaResultType()) {
            case STRING -> text(cell.getStringCellValue());
            case NUMERIC -> number(cell, cell.getNumericCellValue());
            case BOOLEAN -> logical(cell.getBooleanCellValue());
            case ERROR -> error(cell.getErrorCellValue());
            default -> null;
        };
    }

    /** An empty value is a value only of a formula that gives text. */
    private static boolean hasNoCachedValue(XSSFCell cell) {
        String raw = cell.getRawValue();
        return raw == null || (raw.isEmpty() && cell.getCTCell().getT() != STCellType.STR);
    }

    private Grid.@Nullable Cell computed(Cell cell) {
        Grid.Cell value = evaluated(cell);
        return value == null ? null : value.from(Grid.Origin.COMPUTED);
    }

    private Grid.@Nullable Cell evaluated(Cell cell) {
        try {
            CellValue value = evaluator.evaluate(cell);
            if (value == null) {
                return null;
            }
            return switch (value.getCellType()) {
                case STRING -> text(value.getStringValue());
                case NUMERIC -> number(cell, value.getNumberValue());
                case BOOLEAN -> logical(value.getBooleanValue());
                case ERROR -> error(value.getErrorValue());
                default -> null;
            };
        } catch (RuntimeException e) {
            // Functions that POI does not know and links to other workbooks end in various unchecked exceptions.
            return Grid.Cell.stored(Grid.Kind.ERROR, "=" + cell.getCellFormula(), null, false);
        }
    }

    private static Grid.@Nullable Cell text(String text) {
        return VietnameseText.tidy(text).isEmpty() ? null : Grid.Cell.stored(Grid.Kind.TEXT, text, null, false);
    }

    private static Grid.Cell number(Cell cell, double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Grid.Cell.stored(Grid.Kind.ERROR, String.valueOf(value), null, false);
        }
        BigDecimal number = new BigDecimal(value).round(SIGNIFICANT_DIGITS).stripTrailingZeros();
        BigDecimal plain = number.scale() < 0 ? number.setScale(0) : number;
        boolean isDate = cell.getCellType() != CellType.ERROR && DateUtil.isCellDateFormatted(cell);
        return Grid.Cell.stored(
                isDate ? Grid.Kind.DATE : Grid.Kind.NUMBER,
                isDate ? cell.getLocalDateTimeCellValue().toLocalDate().toString() : plain.toPlainString(),
                plain,
                isPercent(cell));
    }

    private static boolean isPercent(Cell cell) {
        String format = cell.getCellStyle().getDataFormatString();
        return format != null && QUOTED.matcher(format).replaceAll("").contains("%");
    }

    private static Grid.Cell logical(boolean value) {
        return Grid.Cell.stored(Grid.Kind.LOGICAL, value ? "TRUE" : "FALSE", null, false);
    }

    private static Grid.Cell error(byte code) {
        String text = FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#" + code;
        return Grid.Cell.stored(Grid.Kind.ERROR, text, null, false);
    }
}
