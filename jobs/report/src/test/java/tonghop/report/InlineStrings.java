package tonghop.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/** Workbooks as programs leave them that keep each text in its own cell. */
public final class InlineStrings {

    private InlineStrings() {}

    /** Saves {@code file} anew in that way. */
    public static void putInto(Path file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.STRING) {
                            String text = cell.getStringCellValue();
                            CTCell inline = ((XSSFCell) cell).getCTCell();
                            inline.unsetV();
                            inline.setT(STCellType.INLINE_STR);
                            inline.addNewIs().setT(text);
                        }
                    }
                }
            }
            workbook.write(out);
        }
        Files.write(file, out.toByteArray());
    }
}
