package tonghop.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A catalogue of two forms that is right in every point, to be spoilt in one. */
record SmallCatalogue(Path folder) {

    static final String FORM = """
            form: 01/TCD
            title: KẾT QUẢ TIẾP CÔNG DÂN
            issued-by: Thông tư 02/2021/TT-TTCP
            valid: {from: 2021-05-10}
            blank: 01-TCD.xlsx
            rows: units
            owed:
              - {level: district, to: 2025-06-30, periods: [quarter, year]}
            columns:
              - {no: 1, measure: visits, label: Lượt tiếp, unit-of-count: lượt, nature: flow}
              - {no: 2, measure: regular-visits, label: Thường xuyên, unit-of-count: lượt, nature: flow}
              - {no: 3, measure: chief-visits, label: Thủ trưởng, unit-of-count: lượt, nature: flow}
            derived:
              - {measure: all-visits, label: Cả hai, unit-of-count: lượt, nature: flow, sum: 2 + 3}
            rules:
              - 1 = 2 + 3
              - {rule: 2 <= 1, severity: warning}
            """;

    static final String LIST = """
            form: 02/DVK
            title: DANH SÁCH MÔ HÌNH
            issued-by: Mẫu của tỉnh
            blank: 02-DVK.xlsx
            rows: list
            stands-for: [01/TCD]
            columns:
              - {no: 1, attribute: name, label: Tên mô hình}
              - {no: 2, attribute: state, label: Tình trạng, values: [đăng ký, có hiệu quả]}
            counts:
              - {measure: models, label: Mô hình, unit-of-count: mô hình, nature: closing-stock, where: state, in: [có hiệu quả]}
            """;

    static final String INDICATORS = """
            indicators:
              - id: regular-share
                label: Tỷ lệ tiếp thường xuyên
                numerator: [regular-visits]
                denominator: [visits]
                better: lower
              - id: stated-rate
                label: Tỷ lệ chỉ nêu
                decimals: 1
            """;

    static final String UNITS = """
            code,name,level,parent,valid_from,valid_to,successors
            VN,Cả nước,country,,,,
            49,Tỉnh Quảng Nam,province,VN,,2025-06-30,48@2025-07-01:whole
            48,Thành phố Đà Nẵng,province,VN,2025-07-01,,
            513,Huyện Thăng Bình,district,49,,2025-06-30,
            20791,Thị trấn Hà Lam,commune,513,,2025-06-30,20791@2025-07-01:whole
            20791,Xã Thăng Bình,commune,48,2025-07-01,,
            """;

    static final String WORDS = """
            totals: [Tổng số, cộng]
            groups: [UBND cấp xã]
            aliases:
              - {name: Huyện Thang Binh, unit: '513'}
            """;

    static final String CALENDAR = """
            closing-day: 14
            terms:
              - {code: 2015-2020, from: 2015-07-14, to: 2020-07-14, label: Giai đoạn 2015 - 2020}
            overrides:
              - {period: 2020-Q1, from: 2019-12-01, to: 2020-02-29}
            deadlines:
              - {level: district, periods: [quarter], working-days: 2, from: 2024-01-01}
              - {level: province, day-of-month: 25}
            holidays:
              every-year: [04-30, 05-01]
              days:
                - {from: 2024-02-08, to: 2024-02-14, name: Tết}
                - {from: 2024-04-18}
              worked: [2024-05-04]
            """;

    static SmallCatalogue in(Path folder) {
        return new SmallCatalogue(folder)
                .with("forms/01-TCD.yaml", FORM)
                .with("forms/01-TCD.xlsx", "")
                .with("forms/02-DVK.yaml", LIST)
                .with("forms/02-DVK.xlsx", "")
                .with("indicators/reception.yaml", INDICATORS)
                .with("units/units.csv", UNITS)
                .with("units/words.yaml", WORDS)
                .with("calendar.yaml", CALENDAR);
    }

    /** Writes a file, over the one that is there. */
    SmallCatalogue with(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.resolveSibling("."));
            Files.writeString(path, text, StandardCharsets.UTF_8);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the first {@code old} in a file, which must be there. */
    SmallCatalogue with(String file, String old, String text) {
        try {
            String before = Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
            int start = before.indexOf(old);
            if (start < 0) {
                throw new IllegalArgumentException("no '%s' in %s".formatted(old, file));
            }
            return with(file, before.substring(0, start) + text + before.substring(start + old.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Catalogue read() {
        return Catalogue.read(folder);
    }

    /** What is wrong with it, in English, with file and line; nothing if it can be read. */
    List<String> mistakes() {
        try {
            read();
            return List.of();
        } catch (CatalogueException e) {
            return e.problems().stream()
                    .map(problem -> "%s:%d: %s".formatted(problem.file(), problem.line(), problem.english()))
                    .toList();
        }
    }

    /** What is wrong with it, in Vietnamese. */
    Stream<String> mistakesInVietnamese() {
        try {
            read();
            return Stream.of();
        } catch (CatalogueException e) {
            return e.problems().stream().map(CatalogueException.Problem::vietnamese);
        }
    }
}
