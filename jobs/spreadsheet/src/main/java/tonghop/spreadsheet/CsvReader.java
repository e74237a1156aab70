package tonghop.spreadsheet;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvException;
import com.opencsv.exceptions.CsvMalformedLineException;
import com.opencsv.exceptions.CsvMultilineLimitBrokenException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.regex.Pattern;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.FindingCode;
import tonghop.spreadsheet.text.VietnameseText;

/** Reads text with delimiters as a sheet. All its cells are text, for nothing tells a number from one. */
final class CsvReader {

    private CsvReader() {}

    /** {@code ="05"} and {@code '05}: what a spreadsheet program is to keep as text. */
    private static final Pattern KEPT_AS_TEXT = Pattern.compile("^\\s*(?:=\"([^\"]*)\"|'(\\d.*))\\s*$", Pattern.DOTALL);

    static GridBuilder read(Path file, Budget budget) throws IOException, UnreadableFileException {
        String text = CsvText.read(file);
        if (text.indexOf('\0') >= 0) {
            throw FileKind.notASpreadsheet("binary");
        }
        CsvDelimiter delimiter = CsvDelimiter.of(text);
        GridBuilder grid = new GridBuilder("", false, budget);
        int row = 0;
        long lines = 0;
        try (CSVReader rows = new CSVReaderBuilder(new StringReader(delimiter.withoutDeclaration(text)))
                .withCSVParser(new RFC4180ParserBuilder()
                        .withSeparator(delimiter.character())
                        .build())
                .withMultilineLimit(Limits.CSV_FIELD_LINES)
                .build()) {
            for (String[] fields = rows.readNext(); fields != null; fields = rows.readNext()) {
                addRow(grid, row++, fields, budget);
                lines = rows.getLinesRead();
            }
        } catch (CsvMultilineLimitBrokenException | CsvMalformedLineException e) {
            throw new UnreadableFileException(
                    FindingCode.UNCLOSED_QUOTE, Fact.LINE.is(Long.toString(lines + 1 + delimiter.declarationLines())));
        } catch (CsvException e) {
            throw UnreadableFileException.damaged("csv " + (lines + 1));
        }
        return grid;
    }

    private static void addRow(GridBuilder grid, int row, String[] fields, Budget budget)
            throws UnreadableFileException {
        if ((row & 0xff) == 0) {
            budget.checkTime();
        }
        Budget.check(row, Limits.ROW_ADDRESSES - 1, "dòng");
        Budget.check(fields.length, Limits.COLUMNS, "cột");
        for (int column = 0; column < fields.length; column++) {
            if (!fields[column].isEmpty() && !VietnameseText.isBlank(fields[column])) {
                budget.addText(fields[column].length());
                grid.add(
                        row,
                        column,
                        CellValues.text(KEPT_AS_TEXT.matcher(fields[column]).replaceFirst("$1$2")));
            }
        }
    }
}
