package tonghop.catalogue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tonghop.domain.finding.Finding;
import tonghop.domain.form.FormDraft;

/**
 * Writes the draft of a form's definition as it stands in {@code templates/forms/}, with comments on what is guessed.
 */
public final class FormDraftYaml {

    private static final Pattern FORM_NUMBER = Pattern.compile("(\\d+[a-d]?)/(\\p{L}+)");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final String UNKNOWN = "?";

    private final FormDraft draft;
    private final FindingTexts texts = FindingTexts.vietnamese();
    private final StringBuilder yaml = new StringBuilder();

    private FormDraftYaml(FormDraft draft) {
        this.draft = draft;
    }

    /** The text of the file. */
    public static String of(FormDraft draft) {
        FormDraftYaml writer = new FormDraftYaml(draft);
        writer.writeHead();
        writer.writeColumns();
        writer.writeRules();
        return writer.yaml.toString();
    }

    private void writeHead() {
        line("# yaml-language-server: $schema=../schemas/form.schema.json");
        line("# BẢN NHÁP, đọc từ biểu trắng " + oneLine(draft.blank()) + ": phải xem lại từng dòng trước khi dùng.");
        line("# Mã chỉ tiêu (measure) là đề xuất: chỉ tiêu đã có ở biểu khác thì dùng lại đúng mã đó.");
        line("# Đơn vị tính và tính chất (nature) đoán theo tiêu đề cột.");
        if (!draft.doubts().isEmpty()) {
            line("#");
            line("# Chỗ có thể in sai trên biểu gốc:");
            draft.doubts().forEach(doubt -> line("# - " + told(doubt)));
        }
        line("form: " + quoted(id()) + (draft.id().isEmpty() ? "  # CHƯA RÕ số biểu" : ""));
        line("title: " + quoted(draft.title().isEmpty() ? id() : draft.title())
                + (draft.title().isEmpty() ? "  # CHƯA RÕ tên biểu" : ""));
        boolean isIssued = !draft.issuedBy().isEmpty();
        line("issued-by: " + quoted(isIssued ? draft.issuedBy() : "Mẫu của tỉnh") + (isIssued ? "" : "  # CHƯA RÕ"));
        line("# valid: {from: 2024-01-01}  # kỳ báo cáo đầu tiên dùng biểu này");
        line("blank: " + quoted(draft.blank()));
        line("rows: " + draft.rows().name().toLowerCase(Locale.ROOT));
        line("# owed:");
        line("#   - {level: commune, periods: [quarter, half, nine-months, year]}");
    }

    private void writeColumns() {
        line("");
        line("columns:");
        for (FormDraft.Column column : draft.columns()) {
            line("  - {" + String.join(", ", partsOf(column)) + "}" + remark(column));
        }
    }

    private List<String> partsOf(FormDraft.Column column) {
        List<String> parts = new ArrayList<>(List.of("no: " + column.no()));
        String label = column.label().isEmpty() ? UNKNOWN : column.label();
        if (column.attribute() != null) {
            parts.add("attribute: " + column.attribute());
            parts.add("label: " + quoted(label));
            return parts;
        }
        parts.add("measure: %s.%02d".formatted(stem(), column.no()));
        parts.add("label: " + quoted(label));
        parts.add("unit-of-count: " + quoted(column.unitOfCount().isEmpty() ? UNKNOWN : column.unitOfCount()));
        parts.add("nature: " + column.nature().code());
        if (column.decimals() > 0) {
            parts.add("decimals: " + column.decimals());
        }
        return parts;
    }

    private static String remark(FormDraft.Column column) {
        boolean isUnknown = column.attribute() == null && column.unitOfCount().isEmpty();
        return isUnknown ? "  # CHƯA RÕ đơn vị tính" : "";
    }

    private void writeRules() {
        if (draft.rules().isEmpty() && draft.doubtfulRules().isEmpty()) {
            return;
        }
        line("");
        if (!draft.rules().isEmpty()) {
            line("rules:");
            line("  # In trên biểu.");
            draft.rules().forEach(rule -> line("  - " + rule));
        }
        if (!draft.doubtfulRules().isEmpty()) {
            line("  # In trên biểu nhưng có thể in sai, xem ghi chú ở đầu tệp; sửa lại rồi bỏ dấu #.");
            draft.doubtfulRules().forEach(rule -> line("  # - " + oneLine(rule)));
        }
    }

    private String told(Finding doubt) {
        return oneLine(doubt.place().cell() + ": " + texts.of(doubt));
    }

    private String id() {
        return draft.id().isEmpty() ? UNKNOWN : draft.id();
    }

    /** What the measures' ids begin with: {@code xld-02} for 02/XLD, {@code ii-06} for II.06. */
    private String stem() {
        Matcher number = FORM_NUMBER.matcher(draft.id());
        String words = number.matches() ? number.group(2) + "-" + number.group(1) : draft.id();
        String plain = MARKS.matcher(Normalizer.normalize(words.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd')
                .replaceAll("[^a-z0-9]+", "-");
        return plain.matches("[a-z].*") ? plain : "form" + (plain.matches("[0-9].*") ? "-" + plain : "");
    }

    private static String quoted(String text) {
        return "\"" + oneLine(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private void line(String text) {
        yaml.append(text).append('\n');
    }
}
