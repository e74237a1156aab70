package tonghop.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks whose formulas bear no values: a program believes one that stands in the file, and computes none. */
final class Unvalued {

    private Unvalued() {}

    static void removeValues(XSSFWorkbook workbook) {
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        ((XSSFCell) cell).getCTCell().unsetV();
                    }
                }
            }
        }
    }

    static void copyWithoutValues(Path workbook, Path copy) throws IOException {
        try (XSSFWorkbook opened = new XSSFWorkbook(Files.newInputStream(workbook));
                OutputStream out = Files.newOutputStream(copy)) {
            removeValues(opened);
            opened.write(out);
        }
    }
}
