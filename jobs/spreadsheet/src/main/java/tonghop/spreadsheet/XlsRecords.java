package tonghop.spreadsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.DefaultRowHeightRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.SharedFormulaRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.record.common.UnicodeString;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.FindingCode;
import tonghop.spreadsheet.text.VietnameseText;

/** Takes the records of an .xls as they come and makes sheets of them. */
final class XlsRecords implements HSSFListener {

    private static final int BIFF8 = 0x600;

    /** The bits of a row's height; the one above says that it is the default. */
    private static final int ROW_HEIGHT = 0x7fff;

    /** The flag of a default height by which rows are not shown. */
    private static final int ZERO_HEIGHT = 2;

    private final Budget budget;
    private final XlsStyles styles = new XlsStyles();
    private final XlsLinks links = new XlsLinks();
    private final List<BoundSheetRecord> bound = new ArrayList<>();
    private final Map<BoundSheetRecord, GridBuilder> read = new HashMap<>();
    private List<BoundSheetRecord> byPosition = List.of();
    private CellValues values = new CellValues(false);
    private @Nullable SSTRecord strings;
    private @Nullable GridBuilder grid;
    private final List<Integer> hiddenRows = new ArrayList<>();
    private boolean areRowsHidden;
    private final List<FormulaRecord> formulas = new ArrayList<>();
    private final List<SharedFormulaRecord> shared = new ArrayList<>();
    private @Nullable FormulaRecord awaitingText;

    /** Within a sheet of its own for a chart or for macros: the numbers in it are no cells. */
    private boolean isOther;

    private int depth;
    private int substreams;
    private int records;

    /** Carries a reason to stop through POI, which knows no checked exceptions. */
    static final class Stop extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final UnreadableFileException reason;

        Stop(UnreadableFileException reason) {
            super(reason);
            this.reason = reason;
        }

        UnreadableFileException reason() {
            return reason;
        }
    }

    XlsRecords(Budget budget) {
        this.budget = budget;
    }

    /** The sheets in the workbook's order; charts and macro sheets are left out. */
    List<GridBuilder> sheets() throws UnreadableFileException {
        if (depth != 0 || bound.isEmpty()) {
            throw UnreadableFileException.damaged("xls");
        }
        return bound.stream().map(read::get).filter(java.util.Objects::nonNull).toList();
    }

    @Override
    public void processRecord(Record entry) {
        try {
            if ((++records & 0x3ff) == 0) {
                budget.checkTime();
            }
            if (entry instanceof BOFRecord start) {
                begin(start);
            } else if (entry instanceof EOFRecord) {
                end();
            } else if (depth == 1) {
                if (grid != null) {
                    processCell(entry, grid);
                } else if (!isOther) {
                    processGlobal(entry);
                }
            }
        } catch (UnreadableFileException e) {
            throw new Stop(e);
        }
    }

    private void begin(BOFRecord start) throws UnreadableFileException {
        if (depth++ > 0) {
            // A chart within a sheet, with numbers of its own.
            return;
        }
        if (start.getVersion() != BIFF8) {
            throw new UnreadableFileException(FindingCode.OLD_WORKBOOK);
        }
        if (start.getType() == BOFRecord.TYPE_WORKBOOK) {
            return;
        }
        if (byPosition.isEmpty()) {
            byPosition = List.of(BoundSheetRecord.orderByBofPosition(bound));
        }
        if (substreams >= byPosition.size()) {
            throw UnreadableFileException.damaged("xls");
        }
        BoundSheetRecord sheet = byPosition.get(substreams++);
        isOther = start.getType() != BOFRecord.TYPE_WORKSHEET;
        if (!isOther) {
            grid = new GridBuilder(sheet.getSheetname(), sheet.isHidden() || sheet.isVeryHidden(), budget);
            read.put(sheet, grid);
        }
    }

    private void end() {
        depth--;
        isOther &= depth > 0;
        if (depth == 0 && grid != null) {
            hiddenRows.forEach(grid::hideRow);
            hiddenRows.clear();
            areRowsHidden = false;
            addFormulas(grid);
            grid = null;
        }
    }

    /** Only now: formulas that cells share come behind the first of the cells. */
    private void addFormulas(GridBuilder sheet) {
        for (FormulaRecord formula : formulas) {
            links.text(formula, shared, bound)
                    .ifPresent(
                            text -> sheet.addFormula(formula.getRow(), formula.getColumn(), new Formula(text, 0, 0)));
        }
        formulas.clear();
        shared.clear();
    }

    private void processGlobal(Record entry) throws UnreadableFileException {
        if (entry instanceof BoundSheetRecord sheet) {
            bound.add(sheet);
            Budget.check(bound.size(), Limits.SHEETS, "trang");
        } else if (entry instanceof SSTRecord shared) {
            strings = shared;
            Budget.check(shared.getNumUniqueStrings(), Limits.SHARED_STRINGS, "chuỗi ký tự");
        } else if (entry instanceof DateWindow1904Record window) {
            values = new CellValues(window.getWindowing() == 1);
        } else {
            styles.add(entry);
            links.add(entry);
        }
    }

    private void processCell(Record entry, GridBuilder sheet) throws UnreadableFileException {
        if (entry instanceof LabelSSTRecord cell) {
            addText(sheet, cell.getRow(), cell.getColumn(), cell.getXFIndex(), shared(cell.getSSTIndex()));
        } else if (entry instanceof NumberRecord cell) {
            sheet.add(cell.getRow(), cell.getColumn(), number(cell.getValue(), cell.getXFIndex()));
        } else if (entry instanceof RKRecord cell) {
            sheet.add(cell.getRow(), cell.getColumn(), number(cell.getRKNumber(), cell.getXFIndex()));
        } else if (entry instanceof FormulaRecord cell) {
            addFormula(sheet, cell);
        } else if (entry instanceof StringRecord text && awaitingText != null) {
            addResult(sheet, awaitingText, text.getString());
        } else if (entry instanceof BoolErrRecord cell) {
            sheet.add(
                    cell.getRow(),
                    cell.getColumn(),
                    cell.isBoolean()
                            ? CellValues.logical(cell.getBooleanValue())
                            : CellValues.error(XlsxFormulas.error(cell.getErrorValue())));
        } else if (entry instanceof LabelRecord cell) {
            addText(sheet, cell.getRow(), cell.getColumn(), cell.getXFIndex(), new UnicodeString(cell.getValue()));
        } else {
            processLayout(entry, sheet);
        }
    }

    private void processLayout(Record entry, GridBuilder sheet) throws UnreadableFileException {
        if (entry instanceof MergeCellsRecord merged) {
            for (int index = 0; index < merged.getNumAreas(); index++) {
                CellRangeAddress area = merged.getAreaAt(index);
                sheet.addMerge(area.getFirstRow(), area.getLastRow(), area.getFirstColumn(), area.getLastColumn());
            }
        } else if (entry instanceof RowRecord row) {
            boolean hasNone = (row.getHeight() & ROW_HEIGHT) == 0 || (areRowsHidden && !row.getBadFontHeight());
            if (row.getZeroHeight() || hasNone) {
                hiddenRows.add(row.getRowNumber());
            }
        } else if (entry instanceof DefaultRowHeightRecord rows) {
            areRowsHidden = (rows.getOptionFlags() & ZERO_HEIGHT) != 0;
        } else if (entry instanceof ColumnInfoRecord columns
                && (columns.getHidden() || columns.getColumnWidth() == 0)) {
            sheet.hideColumns(columns.getFirstColumn(), columns.getLastColumn());
        } else if (entry instanceof SharedFormulaRecord formula) {
            shared.add(formula);
        }
    }

    private Grid.Cell number(double value, int style) {
        return values.number(value, styles.numberFormat(style)).shown(styles.shown(style));
    }

    private UnicodeString shared(int index) throws UnreadableFileException {
        if (strings == null || index < 0 || index >= strings.getNumUniqueStrings()) {
            throw UnreadableFileException.damaged("SST " + index);
        }
        return strings.getString(index);
    }

    private void addFormula(GridBuilder sheet, FormulaRecord cell) throws UnreadableFileException {
        awaitingText = null;
        formulas.add(cell);
        if (cell.hasCachedResultString()) {
            awaitingText = cell;
            return;
        }
        Grid.Cell value = switch (cell.getCachedResultTypeEnum()) {
            case BOOLEAN -> CellValues.logical(cell.getCachedBooleanValue());
            case ERROR -> CellValues.error(XlsxFormulas.error((byte) cell.getCachedErrorValue()));
            case NUMERIC -> number(cell.getValue(), cell.getXFIndex());
            default -> null;
        };
        boolean isLinked = value != null && value.kind() != Grid.Kind.ERROR && links.isIn(cell);
        sheet.add(cell.getRow(), cell.getColumn(), isLinked && value != null ? value.from(Grid.Origin.LINKED) : value);
    }

    private void addResult(GridBuilder sheet, FormulaRecord cell, String text) throws UnreadableFileException {
        awaitingText = null;
        budget.addText(text.length());
        if (!VietnameseText.isBlank(text)) {
            Grid.Cell value = CellValues.text(text);
            sheet.add(cell.getRow(), cell.getColumn(), links.isIn(cell) ? value.from(Grid.Origin.LINKED) : value);
        }
    }

    private void addText(GridBuilder sheet, int row, int column, int style, UnicodeString string)
            throws UnreadableFileException {
        String text = string.getString();
        budget.addText(text.length());
        if (VietnameseText.isBlank(text)) {
            return;
        }
        RichText typeset = styles.typeset(string, style);
        if (styles.hasLegacyFonts()) {
            sheet.addTypeset(row, column, typeset);
        } else {
            sheet.add(row, column, CellValues.text(text).shown(typeset.shown()));
        }
    }
}
