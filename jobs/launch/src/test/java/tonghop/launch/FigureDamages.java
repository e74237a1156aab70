package tonghop.launch;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFCell;
import tonghop.domain.form.TableRow;

/** Numbers as text, as dates, as errors, and as formulas nobody computed. */
final class FigureDamages {

    private FigureDamages() {}

    static List<Damage> ofFigures() {
        return List.of(
                Damage.of(
                        "with numbers as Vietnamese text",
                        table -> asText(table, "#,##0.##", Locale.forLanguageTag("vi-VN"), "")),
                Damage.of("with numbers as English text", table -> asText(table, "#,##0.##", Locale.US, "")),
                Damage.of(
                        "with numbers as text with noughts before",
                        table -> asText(table, "00.##", Locale.forLanguageTag("vi-VN"), " ")),
                Damage.of("with formulas whose values are not stored", FigureDamages::dropValues),
                Damage.of("with figures as formulas whose values are not stored", FigureDamages::asFormulas),
                Damage.of(
                        "with its noughts in words",
                        table -> table.figures().stream()
                                        .filter(cell -> cell.getCellType() == CellType.NUMERIC
                                                && cell.getNumericCellValue() == 0)
                                        .peek(cell -> cell.setCellValue("KPS"))
                                        .count()
                                > 0),
                Damage.of("with dashes for blanks", FigureDamages::dashes));
    }

    /** Those that hurt {@link SampleTable#someCount} alone. */
    static List<Damage> ofOneFigure() {
        return List.of(
                Damage.of("with thousands that became decimals", FigureDamages::loseThousands),
                Damage.of(
                        "with a figure that became a date",
                        table -> figure(table, cell -> {
                            CellStyle style = cell.getSheet().getWorkbook().createCellStyle();
                            style.setDataFormat((short) 14);
                            cell.setCellValue(LocalDate.of(2023, 9, 6));
                            cell.setCellStyle(style);
                            return true;
                        })),
                Damage.of(
                        "with words for a figure",
                        table -> figure(table, cell -> {
                            cell.setCellValue("mười hai");
                            return true;
                        })),
                Damage.of(
                        "with a negative figure",
                        table -> figure(table, cell -> {
                            cell.setCellValue(-3);
                            return true;
                        })),
                Damage.of(
                        "with an error for a figure",
                        table -> figure(table, cell -> {
                            cell.setCellErrorValue(FormulaError.REF.getCode());
                            return true;
                        })),
                Damage.of(
                        "with a logical value for a figure",
                        table -> figure(table, cell -> {
                            cell.setCellValue(true);
                            return true;
                        })));
    }

    private static boolean loseThousands(SampleTable table) {
        Cell cell = table.someCount();
        if (cell != null) {
            cell.setCellValue(5.59);
        }
        return cell != null;
    }

    private static boolean asText(SampleTable table, String pattern, Locale locale, String around) {
        var format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(locale));
        List<Cell> numbers = table.figures().stream()
                .filter(cell -> cell.getCellType() == CellType.NUMERIC)
                .toList();
        for (Cell cell : numbers) {
            String shown = cell.getCellStyle().getDataFormatString();
            boolean isPercent = shown != null && shown.contains("%");
            double value = cell.getNumericCellValue();
            cell.setCellValue(
                    around + format.format(isPercent ? value * 100 : value) + (isPercent ? "%" : "") + around);
        }
        return !numbers.isEmpty();
    }

    private static boolean figure(SampleTable table, Predicate<Cell> changed) {
        Cell cell = table.someCount();
        return cell != null && changed.test(cell);
    }

    private static boolean dropValues(SampleTable table) {
        List<XSSFCell> formulas = table.cells().stream()
                .filter(cell -> cell.getCellType() == CellType.FORMULA)
                .map(XSSFCell.class::cast)
                .filter(cell -> cell.getCTCell().isSetV())
                .toList();
        formulas.forEach(cell -> cell.getCTCell().unsetV());
        return !formulas.isEmpty();
    }

    private static boolean asFormulas(SampleTable table) {
        List<Cell> numbers = table.figures().stream()
                .filter(cell -> cell.getCellType() == CellType.NUMERIC)
                .toList();
        numbers.forEach(cell -> {
            double value = cell.getNumericCellValue();
            cell.setCellFormula("(" + BigDecimal.valueOf(value).toPlainString() + ")+0");
            ((XSSFCell) cell).getCTCell().unsetV();
        });
        return !numbers.isEmpty();
    }

    private static boolean dashes(SampleTable table) {
        boolean isFound = false;
        for (TableRow row : table.leaves()) {
            for (int column :
                    table.isList() ? List.<Integer>of() : table.columns().values()) {
                Cell cell = table.cell(row.number() - 1, column);
                if (cell.getCellType() == CellType.BLANK) {
                    cell.setCellValue("-");
                    isFound = true;
                }
            }
        }
        return isFound;
    }
}
