package tonghop.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.ExternSheetRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SharedFormulaRecord;
import org.apache.poi.hssf.record.SupBookRecord;
import org.apache.poi.ss.formula.EvaluationWorkbook;
import org.apache.poi.ss.formula.FormulaRenderer;
import org.apache.poi.ss.formula.FormulaRenderingWorkbook;
import org.apache.poi.ss.formula.ptg.Area3DPtg;
import org.apache.poi.ss.formula.ptg.NamePtg;
import org.apache.poi.ss.formula.ptg.NameXPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.Ref3DPtg;
import org.jspecify.annotations.Nullable;

/** What the formulas of an .xls refer to, and which of them read other workbooks. */
final class XlsLinks {

    private final List<SupBookRecord> books = new ArrayList<>();
    private @Nullable ExternSheetRecord sheets;

    /** What POI needs to write a formula as text: the names of the workbook's own sheets. */
    private record Names(@Nullable ExternSheetRecord references, List<BoundSheetRecord> bound)
            implements FormulaRenderingWorkbook {

        @Override
        public EvaluationWorkbook.@Nullable ExternalSheet getExternalSheet(int reference) {
            return null;
        }

        @Override
        public String getSheetFirstNameByExternSheet(int reference) {
            return name(references == null ? -1 : references.getFirstSheetIndexFromRefIndex(reference));
        }

        @Override
        public String getSheetLastNameByExternSheet(int reference) {
            return name(references == null ? -1 : references.getLastSheetIndexFromRefIndex(reference));
        }

        private String name(int sheet) {
            return bound.get(sheet).getSheetname();
        }

        @Override
        public String resolveNameXText(NameXPtg name) {
            return "#NAME?";
        }

        @Override
        public String getNameText(NamePtg name) {
            return "#NAME?";
        }
    }

    /** A formula as text; empty if it reads other workbooks, or cannot be written. */
    Optional<String> text(FormulaRecord formula, List<SharedFormulaRecord> shared, List<BoundSheetRecord> bound) {
        if (isIn(formula)) {
            return Optional.empty();
        }
        try {
            Ptg[] tokens = shared.stream()
                    .filter(record -> formula.isSharedFormula())
                    .filter(record -> record.isInRange(formula.getRow(), formula.getColumn()))
                    .findFirst()
                    .map(record -> record.getFormulaTokens(formula))
                    .orElseGet(formula::getParsedExpression);
            return Optional.of(FormulaRenderer.toFormulaString(new Names(sheets, bound), tokens));
        } catch (RuntimeException e) {
            // POI ends in various unchecked exceptions where a formula refers to what is not there.
            return Optional.empty();
        }
    }

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
