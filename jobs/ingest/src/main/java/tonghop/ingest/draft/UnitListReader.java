package tonghop.ingest.draft;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tonghop.domain.UnitLevel;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.unit.UnitListing;
import tonghop.domain.unit.UnitListing.Listed;
import tonghop.domain.unit.UnitListing.Succession;
import tonghop.spreadsheet.CellAddress;
import tonghop.spreadsheet.Grid;
import tonghop.spreadsheet.Grids;
import tonghop.spreadsheet.UnreadableFileException;
import tonghop.spreadsheet.text.VietnameseText;

/**
 * Reads the lists of units of the statistics office, and its table of what became of the communes.
 *
 * <p>A list has the columns 'Tỉnh Thành Phố, Mã TP, Quận Huyện, Mã QH, Phường Xã, Mã PX, Cấp', the table 'Tỉnh, thành
 * phố, Tên Xã mới, Mã Xã mới, Tên Xã cũ, Mã Xã cũ, Ghi chú, Quận/huyện, Tỉnh cũ'; of the table's other units the codes
 * stand in brackets behind the names. Codes that lost their leading zeros get them back.
 */
public final class UnitListReader {

    private static final int MOST_ROWS_ABOVE = 20;

    /** Of headings only the letters are compared, without their marks. */
    private static final Map<String, Heading> HEADINGS = Map.ofEntries(
            Map.entry("tinhthanhpho", Heading.PROVINCE),
            Map.entry("tinhthanhphomoi", Heading.PROVINCE),
            Map.entry("matp", Heading.PROVINCE_CODE),
            Map.entry("quanhuyen", Heading.DISTRICT),
            Map.entry("quanhuyencu", Heading.DISTRICT),
            Map.entry("maqh", Heading.DISTRICT_CODE),
            Map.entry("phuongxa", Heading.COMMUNE),
            Map.entry("mapx", Heading.COMMUNE_CODE),
            Map.entry("cap", Heading.KIND),
            Map.entry("tenxamoi", Heading.NEW_COMMUNE),
            Map.entry("maxamoi", Heading.NEW_COMMUNE_CODE),
            Map.entry("tenxacu", Heading.OLD_COMMUNE),
            Map.entry("maxacu", Heading.OLD_COMMUNE_CODE),
            Map.entry("ghichu", Heading.EXTENT),
            Map.entry("tinhcu", Heading.OLD_PROVINCE),
            Map.entry("tinhthanhphocu", Heading.OLD_PROVINCE));

    private static final Set<Heading> OF_LIST = Set.of(Heading.PROVINCE, Heading.PROVINCE_CODE);

    private static final Set<Heading> OF_TABLE = Set.of(
            Heading.PROVINCE,
            Heading.NEW_COMMUNE,
            Heading.NEW_COMMUNE_CODE,
            Heading.OLD_COMMUNE,
            Heading.OLD_COMMUNE_CODE,
            Heading.EXTENT,
            Heading.DISTRICT,
            Heading.OLD_PROVINCE);

    private static final Pattern WITH_CODE = Pattern.compile("^(.*?)\\s*\\(\\s*(\\d+)\\s*\\)\\s*$");

    private enum Heading {
        PROVINCE,
        PROVINCE_CODE,
        DISTRICT,
        DISTRICT_CODE,
        COMMUNE,
        COMMUNE_CODE,
        KIND,
        NEW_COMMUNE,
        NEW_COMMUNE_CODE,
        OLD_COMMUNE,
        OLD_COMMUNE_CODE,
        EXTENT,
        OLD_PROVINCE
    }

    private final Grid grid;
    private final String file;
    private final Map<Heading, Integer> columns;
    private final Set<Listed> units = new LinkedHashSet<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final List<Succession> successions = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private UnitListReader(Grid grid, String file, Map<Heading, Integer> columns) {
        this.grid = grid;
        this.file = file;
        this.columns = columns;
    }

    /**
     * Reads the first sheet that is a list or a table of this kind.
     *
     * @return empty if none is
     * @throws UnreadableFileException if the file is no spreadsheet
     */
    public static Optional<UnitListing> read(Path file) throws UnreadableFileException, IOException {
        for (Grid grid : Grids.read(file)) {
            for (int row : grid.rows().keySet().stream().limit(MOST_ROWS_ABOVE).toList()) {
                Map<Heading, Integer> columns = headings(grid, row);
                if (columns.keySet().containsAll(OF_LIST) || columns.keySet().containsAll(OF_TABLE)) {
                    String name = String.valueOf(file.getFileName());
                    return Optional.of(new UnitListReader(grid, name, columns).below(row));
                }
            }
        }
        return Optional.empty();
    }

    private static Map<Heading, Integer> headings(Grid grid, int row) {
        Map<Heading, Integer> columns = new HashMap<>();
        grid.row(row).forEach((column, cell) -> {
            Heading heading = HEADINGS.get(VietnameseText.skeleton(cell.text()).replaceAll("[^a-z]", ""));
            if (heading != null) {
                columns.putIfAbsent(heading, column);
            }
        });
        return columns;
    }

    private UnitListing below(int heading) {
        boolean isTable = columns.keySet().containsAll(OF_TABLE);
        for (int row : grid.rows().tailMap(heading, false).keySet()) {
            if (isTable) {
                readSuccession(row);
            } else {
                readUnits(row);
            }
        }
        return new UnitListing(List.copyOf(units), successions, findings);
    }

    private void readUnits(int row) {
        String province = text(row, Heading.PROVINCE);
        if (province.isEmpty() && text(row, Heading.PROVINCE_CODE).isEmpty()) {
            return;
        }
        Optional<Listed> last =
                listed(row, UnitLevel.PROVINCE, province, text(row, Heading.PROVINCE_CODE), Optional.empty());
        last = below(last, row, UnitLevel.DISTRICT, Heading.DISTRICT, Heading.DISTRICT_CODE);
        below(last, row, UnitLevel.COMMUNE, Heading.COMMUNE, Heading.COMMUNE_CODE);
    }

    /** The next unit down the line, or the same one where the line names none. */
    private Optional<Listed> below(Optional<Listed> above, int row, UnitLevel level, Heading name, Heading code) {
        above.filter(unit -> known.add(unit.level() + unit.code() + unit.written() + unit.parent()))
                .ifPresent(units::add);
        if (above.isEmpty() || (text(row, name).isEmpty() && text(row, code).isEmpty())) {
            return above;
        }
        String kind = level == UnitLevel.COMMUNE ? text(row, Heading.KIND) : "";
        Optional<Listed> unit = listed(row, level, withKind(text(row, name), kind), text(row, code), above);
        if (level == UnitLevel.COMMUNE) {
            unit.ifPresent(units::add);
        }
        return unit;
    }

    private static String withKind(String name, String kind) {
        return kind.isEmpty() || UnitKinds.startsWithKind(name) ? name : kind + " " + name;
    }

    private void readSuccession(int row) {
        if (grid.row(row).size() < 2) {
            return; // the name of a province over its lines
        }
        Optional<Listed> newProvince = bracketed(row, UnitLevel.PROVINCE, Heading.PROVINCE, Optional.empty());
        Optional<Listed> next = numbered(row, Heading.NEW_COMMUNE, Heading.NEW_COMMUNE_CODE, newProvince);
        Optional<Listed> oldProvince = bracketed(row, UnitLevel.PROVINCE, Heading.OLD_PROVINCE, Optional.empty());
        Optional<Listed> district = bracketed(row, UnitLevel.DISTRICT, Heading.DISTRICT, oldProvince);
        Optional<Listed> old = text(row, Heading.OLD_COMMUNE).isEmpty()
                        && text(row, Heading.OLD_COMMUNE_CODE).isEmpty()
                ? district // a district without communes, such as an island
                : numbered(row, Heading.OLD_COMMUNE, Heading.OLD_COMMUNE_CODE, district);
        if (newProvince.isPresent()
                && next.isPresent()
                && oldProvince.isPresent()
                && district.isPresent()
                && old.isPresent()) {
            List<Listed> before = new ArrayList<>(List.of(oldProvince.get(), district.get()));
            if (old.get().level() == UnitLevel.COMMUNE) {
                before.add(old.get());
            }
            successions.add(new Succession(before, List.of(newProvince.get(), next.get()), isWhole(row)));
        }
    }

    private boolean isWhole(int row) {
        String extent = VietnameseText.skeleton(text(row, Heading.EXTENT));
        boolean isPart = extent.contains("mot phan");
        boolean isWhole = !isPart && (extent.contains("toan bo") || extent.contains("giu nguyen"));
        if (!isPart && !isWhole) {
            findings.add(Finding.of(
                    FindingCode.UNITS_EXTENT_UNKNOWN,
                    at(row, Heading.EXTENT),
                    Fact.TEXT.is(text(row, Heading.EXTENT))));
        }
        return isWhole;
    }

    private Optional<Listed> bracketed(int row, UnitLevel level, Heading heading, Optional<Listed> above) {
        Matcher written = WITH_CODE.matcher(text(row, heading));
        boolean isBelowNobody = level != UnitLevel.PROVINCE && above.isEmpty();
        if (isBelowNobody) {
            return Optional.empty();
        }
        return written.matches()
                ? listed(row, level, written.group(1), written.group(2), above)
                : listed(row, level, text(row, heading), "", above);
    }

    private Optional<Listed> numbered(int row, Heading name, Heading code, Optional<Listed> above) {
        return above.isEmpty()
                ? Optional.empty()
                : listed(row, UnitLevel.COMMUNE, text(row, name), text(row, code), above);
    }

    private Optional<Listed> listed(int row, UnitLevel level, String name, String code, Optional<Listed> above) {
        int length = UnitKinds.digits(level);
        boolean isCode = code.matches("\\d{1," + length + "}");
        Place place = Place.inCell(file, grid.sheet(), CellAddress.text(row, 0));
        if (!isCode || name.isEmpty()) {
            String wrong = isCode ? "tên / name" : "mã / code";
            findings.add(Finding.of(
                    FindingCode.UNITS_LINE_UNREADABLE,
                    place,
                    Fact.TEXT.is(isCode ? name : name + " " + code),
                    Fact.FIELD.is(wrong)));
            return Optional.empty();
        }
        String whole = "0".repeat(length - code.length()) + code;
        String parent = above.map(Listed::code).orElse(null);
        return Optional.of(new Listed(place, level, whole, UnitKinds.asRegistered(name), name, parent));
    }

    private Place at(int row, Heading heading) {
        return Place.inCell(file, grid.sheet(), CellAddress.text(row, columns.getOrDefault(heading, 0)));
    }

    private String text(int row, Heading heading) {
        Integer column = columns.get(heading);
        return column == null ? "" : VietnameseText.tidy(grid.text(row, column)).replace('\u2019', '\'');
    }
}
