package tonghop.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.record.ExternSheetRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SupBookRecord;
import org.apache.poi.ss.formula.ptg.Area3DPtg;
import org.apache.poi.ss.formula.ptg.NameXPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.Ref3DPtg;
import org.jspecify.annotations.Nullable;

/** Which formulas of an .xls read other workbooks. */
final class XlsLinks {

    private final List<SupBookRecord> books = new ArrayList<>();
    private @Nullable ExternSheetRecord sheets;

    void add(Record entry) {
        if (entry instanceof SupBookRecord book) {
            books.add(book);
        } else if (entry instanceof ExternSheetRecord references) {
            sheets = references;
        }
    }

    boolean isIn(FormulaRecord formula) {
        if (sheets == null || books.stream().noneMatch(SupBookRecord::isExternalReferences)) {
            return false;
        }
        for (Ptg token : formula.getParsedExpression()) {
            int reference = token instanceof Ref3DPtg cell
                    ? cell.getExternSheetIndex()
                    : token instanceof Area3DPtg area
                            ? area.getExternSheetIndex()
                            : token instanceof NameXPtg name ? name.getSheetRefIndex() : -1;
            if (reference >= 0 && reference < sheets.getNumOfRefs()) {
                int book = sheets.getExtbookIndexFromRefIndex(reference);
                if (book >= 0 && book < books.size() && books.get(book).isExternalReferences()) {
                    return true;
                }
            }
        }
        return false;
    }
}
