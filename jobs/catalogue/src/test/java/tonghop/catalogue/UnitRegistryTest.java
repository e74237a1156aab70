package tonghop.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tonghop.domain.UnitLevel;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;

class UnitRegistryTest {

    private static final String UNITS = "units/units.csv";

    @TempDir
    private Path folder;

    private SmallCatalogue catalogue;

    @BeforeEach
    void writeOneWithoutMistakes() {
        catalogue = SmallCatalogue.in(folder);
    }

    @ParameterizedTest
    @CsvSource({"513, 2020-07-14, 22", "165, 2021-12-14, 10", "875, 2022-12-14, 13", "513, 2025-06-30, 20"})
    @CsvSource({"31, 2018-09-14, 15", "31, 2025-06-30, 15"})
    @CsvSource({"49, 2020-07-14, 18", "49, 2025-06-30, 17", "67, 2023-12-14, 8", "87, 2022-12-14, 12"})
    void has_as_many_children_as_the_unit_had_on_that_day(String code, LocalDate day, int children) throws IOException {
        assertThat(UnitTree.on(day, ofTheRepository()).childrenOf(code)).hasSize(children);
    }

    @Test
    void has_a_town_and_twenty_one_communes_in_thang_binh_of_2020() throws IOException {
        assertThat(UnitTree.on(LocalDate.parse("2020-07-14"), ofTheRepository()).childrenOf("513"))
                .extracting(Unit::name)
                .contains("Thị trấn Hà Lam", "Xã Bình Định Bắc", "Xã Bình Định Nam", "Xã Bình Chánh")
                .filteredOn(name -> name.startsWith("Xã "))
                .hasSize(21);
    }

    @Test
    void knows_no_district_after_june_2025() throws IOException {
        assertThat(UnitTree.on(LocalDate.parse("2025-07-01"), ofTheRepository()).all())
                .extracting(Unit::level)
                .doesNotContain(UnitLevel.DISTRICT);
    }

    @Test
    void keeps_leading_zeros_and_vietnamese_names() throws IOException {
        assertThat(ofTheRepository())
                .extracting(unit -> unit.code() + " " + unit.name())
                .contains("05518 Phường Thắng Lợi", "05518 Phường Sông Công", "67 Tỉnh Đắk Nông");
    }

    @Test
    void reads_successors() {
        assertThat(catalogue.read().definitions().units())
                .filteredOn(unit -> unit.code().equals("49"))
                .singleElement()
                .extracting(Unit::successors)
                .isEqualTo(List.of(new Unit.Successor("48", LocalDate.parse("2025-07-01"), true)));
    }

    @Test
    void reads_several_successors_with_blanks_between_them() {
        catalogue.with(UNITS, "48@2025-07-01:whole", "\"48@2025-07-01:part  20791@2025-07-01:part\"");
        assertThat(catalogue.read().definitions().units().get(1).successors())
                .extracting(Unit.Successor::code, Unit.Successor::whole)
                .containsExactly(tuple("48", false), tuple("20791", false));
    }

    @Test
    void reads_declared_shares() {
        catalogue.with(UNITS, "48@2025-07-01:whole", "\"48@2025-07-01:part:0.35 20791@2025-07-01:part:0.65\"");
        assertThat(catalogue.read().definitions().units().get(1).successors())
                .extracting(Unit.Successor::code, Unit.Successor::share)
                .containsExactly(tuple("48", new BigDecimal("0.35")), tuple("20791", new BigDecimal("0.65")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "48@2025-07-01:part:0.35 20791@2025-07-01:part:0.6",
                "48@2025-07-01:part:0.35 20791@2025-07-01:part",
                "48@2025-07-01:whole:0.35"
            })
    void refuses_shares_that_are_not_those_of_a_whole(String successors) {
        catalogue.with(UNITS, "48@2025-07-01:whole", "\"" + successors + "\"");
        assertThat(catalogue.mistakes()).first().asString().startsWith(UNITS + ":3: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    code,name           | kode,name          | 1 | the first line must be: code,name,level,parent,valid_from,valid_to,successors
                    province,VN,,2025   | province,VM,,2025  | 3 | parent VM of 49 does not exist
                    commune,513         | commune,531        | 6 | parent 531 of 20791 does not exist
                    VN,2025-07-01,,     | VN,2025-07-01,     | 4 | wrong number of fields
                    VN,2025-07-01,,     | VN,2025-13-01,,    | 4 | Text '2025-13-01' could not be parsed
                    VN,2025-07-01,,     | VN,2025-07-01,2025-01-01, | 4 | ends before it begins: 2025-07-01 to 2025-01-01
                    48@2025-07-01:whole | 48@2025-07-01:hole | 3 | not a successor such as 05528@2025-07-01:whole: 48@2025-07-01:hole
                    Huyện Thăng Bình    | ''                 | 5 | unit 513 has no name
                    district,49         | district,          | 5 | unit 513: only the country has no parent
                    """)
    void points_at_the_line_of_a_mistake(String right, String wrong, int line, String mistake) {
        catalogue.with(UNITS, right, wrong);
        assertThat(catalogue.mistakes())
                .anySatisfy(text -> assertThat(text).startsWith("%s:%d: %s".formatted(UNITS, line, mistake)));
    }

    @Test
    void names_the_nearest_level() {
        catalogue.with(UNITS, "district", "distrit");
        assertThat(catalogue.mistakes())
                .anySatisfy(text -> assertThat(text).startsWith(UNITS + ":5:").contains("'district'"));
    }

    @Test
    void refuses_two_units_of_one_code_at_one_time() {
        catalogue.with(UNITS, "48,2025-07-01,,", "48,2025-06-30,,");
        assertThat(catalogue.mistakes())
                .singleElement()
                .isIn(
                        UNITS + ":6: code 20791 stands for two units at one time",
                        UNITS + ":7: code 20791 stands for two units at one time");
    }

    @Test
    void points_at_the_wrong_one_of_two_units_with_one_code() {
        catalogue.with(UNITS, "commune,48", "commune,84");
        assertThat(catalogue.mistakes()).containsExactly(UNITS + ":7: parent 84 of 20791 does not exist");
    }

    @Test
    void refuses_a_parent_that_does_not_stand_above() {
        catalogue.with(UNITS, "district,49", "district,513");
        assertTimeoutPreemptively(
                Duration.ofMinutes(1),
                () -> assertThat(catalogue.mistakes()).anyMatch(mistake -> mistake.startsWith(UNITS + ":5:")));
    }

    @Test
    void refuses_a_quotation_mark_that_is_never_closed() {
        catalogue.with(UNITS, "Tỉnh Quảng Nam", "\"Tỉnh Quảng Nam");
        assertThat(catalogue.mistakes()).anyMatch(mistake -> mistake.startsWith(UNITS + ":"));
    }

    @Test
    void reports_every_bad_line() {
        catalogue.with(UNITS, "province", "provinz").with(UNITS, "2025-07-01,,\n513", "2025,,\n513");
        assertThat(catalogue.mistakes())
                .anyMatch(mistake -> mistake.startsWith(UNITS + ":3:"))
                .anyMatch(mistake -> mistake.startsWith(UNITS + ":4:"));
    }

    private static List<Unit> ofTheRepository() throws IOException {
        Path templates = Path.of("..", "..", "templates");
        Problems problems = new Problems(templates);
        List<Unit> units = UnitRegistry.read(templates.resolve(UNITS), problems);
        problems.throwIfAny();
        return units;
    }
}
