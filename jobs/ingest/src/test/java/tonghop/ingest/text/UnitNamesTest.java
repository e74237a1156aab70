package tonghop.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tonghop.domain.form.RowWords;
import tonghop.domain.unit.Unit;
import tonghop.ingest.SmallProvince;

class UnitNamesTest {

    private static final UnitNames NAMES = SmallProvince.names("2023-12-14");
    private static final UnitNames SINCE_JULY_2025 = SmallProvince.names("2025-12-14");

    @ParameterizedTest
    @CsvSource({"Huyện Cư Jút, 662", "HUYỆN CƯ JÚT, 662", "UBND huyện Cư Jút, 662", "UBND H. Cư Jút, 662"})
    @CsvSource({"Ủy ban nhân dân huyện Cư Jút, 662", "ỦY BAN NHÂN DÂN HUYỆN CƯ JÚT, 662"})
    @CsvSource({"Uỷ ban nhân dân huyện Cư Jút, 662", "HĐND và UBND huyện Cư Jút, 662"})
    @CsvSource({"H. Cư Jút, 662", "H.Cư Jút, 662", "TP. Gia Nghĩa, 660", "Tp Gia Nghĩa, 660", "T.P Gia Nghĩa, 660"})
    @CsvSource({"TT. Ea T'Ling, 24640", "TT Ea T’Ling, 24640", "X. Đắk Wil, 24646", "Xã Đắk  Wil, 24646"})
    @CsvSource({"Xã Hoà Bình, 24649", "xã hòa bình, 24649", "Tỉnh \u00d0ắk Nông, 67", "T. Đắk Nông, 67"})
    void are_understood_however_they_are_written(String text, String code) {
        assertThat(codes(NAMES.named(text))).containsExactly(code);
    }

    @Test
    void are_understood_decomposed() {
        String text = Normalizer.normalize("UBND THỊ TRẤN EA T'LING", Normalizer.Form.NFD);
        assertThat(codes(NAMES.named(text))).containsExactly("24640");
    }

    @ParameterizedTest
    @CsvSource({"Huyện Đăk Mil, 663", "UBND huyện Đăk Mil, 663", "H. Đăk Mil, 663", "Thị xã Gia Nghĩa, 660"})
    void are_understood_by_their_aliases(String text, String code) {
        assertThat(codes(NAMES.named(text))).containsExactly(code);
    }

    @Test
    void stay_one_where_an_alias_says_the_name_again() {
        Map<String, String> again = Map.of("Huyện Cư Jút", "662", "H. Cư Jút", "662");
        UnitNames names = new UnitNames.Index(SmallProvince.on("2023-12-14"), new RowWords(Set.of(), Set.of(), again))
                .on(Optional.empty());
        assertThat(codes(names.named("UBND huyện Cư Jút"))).containsExactly("662");
        assertThat(codes(names.namedWithin("Huyện Cư Jút", "67"))).containsExactly("662");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cư Jút", "Huyện Cu Jut", "Huyện Gia Nghĩa", "UBND", "Huyện", "", "Thanh tra huyện Cư Jút"})
    void are_not_guessed(String text) {
        assertThat(NAMES.named(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Cư Jút, 67, 662", "Gia Nghĩa, 67, 660", "Đắk Wil, 662, 24646", "Hoà Bình, 662, 24649"})
    @CsvSource({"Huyện Cư Jút, 67, 662", "Đắk R’lấp, 67, 666", "Đắk Nông, 67, 67"})
    void may_lack_their_prefix_within_the_senders_territory(String text, String scope, String code) {
        assertThat(codes(NAMES.namedWithin(text, scope))).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({"Đăk Mil, 67, 663"})
    void may_lack_the_prefix_of_an_alias(String text, String scope, String code) {
        assertThat(codes(NAMES.namedWithin(text, scope))).containsExactly(code);
    }

    @Test
    void outside_the_senders_territory_are_not_meant() {
        assertThat(NAMES.namedWithin("Huyện Thăng Bình", "67")).isEmpty();
        assertThat(NAMES.namedWithin("Thăng Bình", "67")).isEmpty();
    }

    @Test
    void without_their_prefix_may_be_those_of_several() {
        assertThat(codes(NAMES.namedWithin("Hồng Ngự", "87"))).containsExactlyInAnyOrder("868", "870");
        assertThat(codes(NAMES.namedWithin("Thành phố Hồng Ngự", "87"))).containsExactly("868");
    }

    @Test
    void are_those_of_the_day() {
        assertThat(codes(NAMES.named("Huyện Thăng Bình"))).containsExactly("513");
        assertThat(SINCE_JULY_2025.named("Huyện Thăng Bình")).isEmpty();
        assertThat(codes(SINCE_JULY_2025.named("UBND xã Thăng Bình"))).containsExactly("20791");
    }

    @ParameterizedTest
    @CsvSource({
        "UBND huyện, true",
        "Huyện, true",
        "Ủy ban nhân dân huyện, true",
        "UBND tỉnh, false",
        "Huyện Cư Jút, false"
    })
    void of_the_kind_alone_mean_the_sender(String text, boolean isKind) {
        assertThat(UnitNames.isKindOf(SmallProvince.on("2023-12-14").get("662"), text))
                .isEqualTo(isKind);
    }

    @ParameterizedTest
    @CsvSource({"Xã Không Có, true", "UBND huyện Lạ, true", "Phường 1, true", "Sở Nội vụ, false", "Phòng Y tế, false"})
    @CsvSource({"Thanh tra huyện, false", "Ban Tiếp công dân, false", "Huyện, false", "X. Lạ, true"})
    void of_territories_are_told_from_those_of_offices(String text, boolean isTerritorial) {
        assertThat(UnitNames.isTerritorial(text)).isEqualTo(isTerritorial);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UBND HUYỆN LẠ",
                "UBND huyện Lạ",
                "ỦY BAN NHÂN DÂN HUYỆN LẠ",
                "UỶ BAN NHÂN DÂN XÃ LẠ",
                "Ủy ban nhân dân xã Lạ"
            })
    void of_committees_are_recognised_in_either_case(String text) {
        assertThat(UnitNames.isCommitteeOfTerritory(text)).isTrue();
    }

    private static List<String> codes(List<Unit> units) {
        return units.stream().map(Unit::code).toList();
    }
}
