package tonghop.report.sheet;

import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTRst;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/** A workbook of the province's that is to be filled, by whatever program it was saved. */
public final class TemplateWorkbook {

    private TemplateWorkbook() {}

    /**
     * Opens it.
     *
     * @param file left open
     * @throws IOException if it is no workbook
     */
    public static XSSFWorkbook open(InputStream file) throws IOException {
        XSSFWorkbook workbook = new XSSFWorkbook(file);
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                row.forEach(TemplateWorkbook::shareText);
            }
        }
        return workbook;
    }

    /** Some programs keep a text in its cell; POI would leave it there whatever is written over it. */
    private static void shareText(Cell cell) {
        CTCell stored = ((XSSFCell) cell).getCTCell();
        if (stored.getT() == STCellType.INLINE_STR) {
            // Of its own: what POI gives is a view of what is about to go.
            XSSFRichTextString text = stored.isSetIs()
                    ? new XSSFRichTextString((CTRst) stored.getIs().copy())
                    : new XSSFRichTextString(cell.getStringCellValue());
            if (stored.isSetIs()) {
                stored.unsetIs();
            }
            stored.unsetT();
            cell.setCellValue(text);
        }
    }
}
