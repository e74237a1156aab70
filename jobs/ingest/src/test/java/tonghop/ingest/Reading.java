package tonghop.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tonghop.domain.finding.Finding;
import tonghop.domain.form.Entry;
import tonghop.domain.form.Qualifier;
import tonghop.domain.form.ReadFile;
import tonghop.domain.form.Submission;
import tonghop.domain.form.TableRow;
import tonghop.ingest.table.Blanks;

/** Sheets drawn as text, read, and drawn as text again. */
public record Reading(ReadFile file) {

    private static final String HEAD = """
            UBND HUYỆN CƯ JÚT | | | Biểu số: %s
            | %s
            | Số liệu tính từ ngày 15/12/2022 đến ngày 14/12/2023

            TT | Đơn vị | Cột | Cột | Cột | Cột
            """;

    /** A sheet of form 01/TCD for 2023 from Huyện Cư Jút; its rows begin in row 7, its numbers in column C. */
    public static String reception(String rows) {
        return HEAD.formatted("01/TCD", "TỔNG HỢP KẾT QUẢ TIẾP CÔNG DÂN") + "A | B | 1 | 2 | 3\n" + rows;
    }

    /** The same for form 10/VDUH: tỷ đồng in column C, houses in column D. */
    public static String donations(String rows) {
        return HEAD.formatted("10/VDUH", "KẾT QUẢ VẬN ĐỘNG, ỦNG HỘ") + "A | B | 1 | 2\n" + rows;
    }

    /** The same for form 09/TTQ, of two columns. */
    static String selfManagedGroups(String rows) {
        return HEAD.formatted("09/TTQ", "KẾT QUẢ XÂY DỰNG TỔ NHÂN DÂN TỰ QUẢN") + "A | B | 1 | 2\n" + rows;
    }

    /** The same for the list 02/DVK: name in column B, unit in C, state in D, since when in E. */
    static String models(String rows) {
        return HEAD.formatted("02/DVK", "DANH SÁCH MÔ HÌNH DÂN VẬN KHÉO") + "A | 1 | 2 | 3 | 4\n" + rows;
    }

    /** Reads one sheet as file {@code 662.xlsx}. */
    public static Reading of(Path folder, String sheet) {
        return of(folder, "662.xlsx", TextWorkbook.xlsx().sheet("Biểu", sheet));
    }

    public static Reading of(Path folder, String name, TextWorkbook workbook) {
        try {
            return ofFile(workbook.write(folder.resolve(name)), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading ofFile(Path copy, String name) {
        try {
            return new Reading(new FileReader(SmallProvince.DEFINITIONS, Blanks.none()).read(copy, name, "ab"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Submission submission() {
        if (file.submissions().size() != 1) {
            throw new AssertionError("not one submission: " + file);
        }
        return file.submissions().get(0);
    }

    /** One row a line: {@code UNIT 24640 Thị trấn Ea T'Ling: 1=12 2=15}. */
    public List<String> rows() {
        return submission().rows().stream().map(Reading::asText).toList();
    }

    /** One finding a line: {@code not-a-number C7: mười hai}. */
    public List<String> findings() {
        return file.findings().stream().map(Reading::asText).toList();
    }

    private static String asText(TableRow row) {
        String entries = row.entries().entrySet().stream()
                .map(entry -> " %d=%s".formatted(entry.getKey(), asText(entry.getValue())))
                .collect(Collectors.joining());
        String texts = row.texts().entrySet().stream()
                .filter(text -> !text.getKey().equals("name"))
                .map(Map.Entry::toString)
                .collect(Collectors.joining(", "));
        return "%s %s %s:%s%s"
                .formatted(row.kind(), row.unit(), row.label(), entries, texts.isEmpty() ? "" : " " + texts);
    }

    private static String asText(Entry entry) {
        Qualifier qualifier = entry.qualifier();
        return (qualifier == null ? "" : qualifier.word() + " ") + entry.value().toPlainString();
    }

    private static String asText(Finding finding) {
        String cell = finding.place().cell();
        return "%s %s: %s".formatted(finding.code().code(), cell == null ? "-" : cell, finding.value());
    }
}
