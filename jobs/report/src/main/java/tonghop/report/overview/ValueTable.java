package tonghop.report.overview;

import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes a real table of the observations, ready for a pivot: its columns can be named in formulas. */
final class ValueTable {

    private static final String NAME = "SoLieu";

    private ValueTable() {}

    /** The columns are those of the heading row, from the first to the last one that holds a field. */
    static void make(Placed place) {
        int first = place.fields().values().stream().min(Integer::compare).orElse(0);
        int last = place.fields().values().stream().max(Integer::compare).orElse(0);
        AreaReference area = new AreaReference(
                new CellReference(place.headingRow(), first),
                new CellReference(place.lastRow(), last),
                SpreadsheetVersion.EXCEL2007);
        removeFilterOf(place.sheet());
        XSSFTable table = place.sheet().createTable(area);
        table.setName(NAME);
        table.setDisplayName(NAME);
        table.getCTTable().addNewAutoFilter().setRef(area.formatAsString());
        table.getCTTable().addNewTableStyleInfo().setName("TableStyleLight1");
        table.getCTTable().getTableStyleInfo().setShowRowStripes(true);
    }

    /** A table has its own; with two over the same headings Excel takes the workbook for damaged. */
    private static void removeFilterOf(XSSFSheet sheet) {
        if (sheet.getCTWorksheet().isSetAutoFilter()) {
            sheet.getCTWorksheet().unsetAutoFilter();
        }
        XSSFWorkbook workbook = sheet.getWorkbook();
        workbook.getNames(XSSFName.BUILTIN_FILTER_DB).stream()
                .filter(name -> name.getSheetIndex() == workbook.getSheetIndex(sheet))
                .toList()
                .forEach(workbook::removeName);
    }
}
