package tonghop.ingest;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tonghop.domain.UnitLevel;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.form.Measure;
import tonghop.domain.form.Nature;
import tonghop.domain.form.RowWords;
import tonghop.domain.time.Period;
import tonghop.domain.time.PeriodType;
import tonghop.domain.time.ReportingCalendar;
import tonghop.domain.time.Validity;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;
import tonghop.ingest.text.UnitNames;

/** A few units, forms and words, drawn as text. */
public final class SmallProvince {

    public static final ReportingCalendar CALENDAR = new ReportingCalendar(
            14,
            List.of(new Period(
                    "2015-2020",
                    PeriodType.TERM,
                    LocalDate.parse("2015-07-14"),
                    LocalDate.parse("2020-07-14"),
                    "Giai đoạn 2015 - 2020")),
            Map.of(),
            List.of(LocalDate.parse("2025-07-01")));

    /** What became of every province of {@link #UNITS}; the truth is more varied. */
    private static final List<Unit.Successor> TAKEN_OVER =
            List.of(new Unit.Successor("48", LocalDate.parse("2025-07-01"), true));

    private static final List<Unit> UNITS = units("""
            VN    | Cả nước              | COUNTRY  |     |            |
            67    | Tỉnh Đắk Nông        | PROVINCE | VN  |            | 2025-06-30
            660   | Thành phố Gia Nghĩa  | DISTRICT | 67  |            | 2025-06-30
            662   | Huyện Cư Jút         | DISTRICT | 67  |            | 2025-06-30
            663   | Huyện Đắk Mil        | DISTRICT | 67  |            | 2025-06-30
            666   | Huyện Đắk R'Lấp      | DISTRICT | 67  |            | 2025-06-30
            24640 | Thị trấn Ea T'Ling   | COMMUNE  | 662 |            | 2025-06-30
            24646 | Xã Đắk Wil           | COMMUNE  | 662 |            | 2025-06-30
            24649 | Xã Hòa Bình          | COMMUNE  | 662 |            | 2025-06-30
            49    | Tỉnh Quảng Nam       | PROVINCE | VN  |            | 2025-06-30
            513   | Huyện Thăng Bình     | DISTRICT | 49  |            | 2025-06-30
            20791 | Thị trấn Hà Lam      | COMMUNE  | 513 |            | 2025-06-30
            87    | Tỉnh Đồng Tháp       | PROVINCE | VN  |            | 2025-06-30
            868   | Thành phố Hồng Ngự   | DISTRICT | 87  |            | 2025-06-30
            870   | Huyện Hồng Ngự       | DISTRICT | 87  |            | 2025-06-30
            31    | Thành phố Hải Phòng  | PROVINCE | VN  |            | 2025-06-30
            48    | Thành phố Đà Nẵng    | PROVINCE | VN  |            | 2025-06-30
            490   | Quận Liên Chiểu      | DISTRICT | 48  |            | 2025-06-30
            20194 | Phường Hòa Khánh Bắc | COMMUNE  | 490 |            | 2025-06-30
            20197 | Phường Hải Châu      | COMMUNE  | 490 |            | 2025-06-30
            48    | Thành phố Đà Nẵng    | PROVINCE | VN  | 2025-07-01 |
            20791 | Xã Thăng Bình        | COMMUNE  | 48  | 2025-07-01 |
            20197 | Phường Hải Châu      | COMMUNE  | 48  | 2025-07-01 |
            """);

    private static final RowWords WORDS =
            WrittenWords.withAliases(Map.of("Huyện Đăk Mil", "663", "Thị xã Gia Nghĩa", "660"));

    public static final Form RECEPTION =
            form("01/TCD", "TỔNG HỢP KẾT QUẢ TIẾP CÔNG DÂN", new Validity(LocalDate.parse("2021-05-10"), null), """
            1 | visits       | lượt  | FLOW
            2 | people       | người | FLOW
            3 | on-time-rate | %     | DECLARED
            """);

    public static final Form PETITIONS = form(
            "01/XLD",
            "TỔNG HỢP KẾT QUẢ XỬ LÝ ĐƠN",
            new Validity(LocalDate.parse("2021-05-10"), LocalDate.parse("2024-03-04")),
            """
            1 | petitions          | đơn | FLOW
            2 | petitions-joint    | đơn | FLOW
            3 | petitions-single   | đơn | FLOW
            """);

    static final Form DONATIONS = form("10/VDUH", "KẾT QUẢ VẬN ĐỘNG, ỦNG HỘ", Validity.ALWAYS, """
            1 | poor-fund | tỷ đồng | MONEY
            2 | houses    | nhà     | FLOW
            """);

    static final Form SELF_MANAGED_GROUPS =
            form("09/TTQ", "KẾT QUẢ XÂY DỰNG TỔ NHÂN DÂN TỰ QUẢN", Validity.ALWAYS, """
            1 | communes | xã | CLOSING_STOCK
            2 | groups   | tổ | CLOSING_STOCK
            """);

    static final Form PROCEDURES = form("II.06", "KẾT QUẢ GIẢI QUYẾT TTHC", Validity.ALWAYS, """
            3 | received | hồ sơ | FLOW
            4 | online   | hồ sơ | FLOW
            """);

    static final Form MODELS = form("02/DVK", "DANH SÁCH MÔ HÌNH DÂN VẬN KHÉO", Validity.ALWAYS, """
            1 | @name
            2 | @unit
            3 | @state | đăng ký, có hiệu quả, được công nhận
            4 | @since
            """);

    public static final Definitions DEFINITIONS = new Definitions(
            List.of(RECEPTION, PETITIONS, DONATIONS, SELF_MANAGED_GROUPS, PROCEDURES, MODELS),
            List.of(),
            UNITS,
            WORDS,
            CALENDAR);

    private SmallProvince() {}

    public static UnitTree on(String day) {
        return UnitTree.on(LocalDate.parse(day), UNITS);
    }

    public static UnitNames names(String day) {
        return new UnitNames.Index(on(day), WORDS).on(Optional.empty());
    }

    static Measure measure(String id, String unitOfCount, Nature nature) {
        int decimals = nature == Nature.MONEY || nature == Nature.DECLARED ? 2 : 0;
        return new Measure(id, id, unitOfCount, nature, nature.adds(), nature.overTime(), decimals, false);
    }

    private static Form form(String id, String title, Validity validity, String columns) {
        return new Form(
                id,
                title,
                "Mẫu của tỉnh",
                validity,
                columns.contains("@") ? Form.Rows.LIST : id.startsWith("II") ? Form.Rows.CATEGORIES : Form.Rows.UNITS,
                id + ".xlsx",
                List.of(),
                columns.lines().map(SmallProvince::column).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Form.Column column(String line) {
        String[] cells = cells(line);
        int no = Integer.parseInt(cells[0]);
        if (cells[1].startsWith("@")) {
            List<String> values = cells.length < 3 ? List.of() : List.of(cells[2].split(", ", -1));
            return new Form.Column(no, null, cells[1].substring(1), cells[1], values);
        }
        Measure measure = measure(cells[1], cells[2], Nature.valueOf(cells[3]));
        return new Form.Column(no, measure, null, measure.label(), List.of());
    }

    private static List<Unit> units(String drawing) {
        return drawing.lines()
                .map(SmallProvince::cells)
                .map(cells -> new Unit(
                        cells[0],
                        cells[1],
                        UnitLevel.valueOf(cells[2]),
                        cells[3].isEmpty() ? null : cells[3],
                        new Validity(day(cells[4]), day(cells[5])),
                        cells[3].equals("VN") && !cells[5].isEmpty() ? TAKEN_OVER : List.of()))
                .toList();
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static String[] cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
    }
}
