package tonghop.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as a reader finds it in a real browser: with a mouse, with keys, with a screen reader, on paper. */
class ReportPageTest {

    private static final String LONG_NAME = "x".repeat(90) + ".xlsx";
    private static final int DESKTOP = 1280;
    private static final int PHONE = 360;
    private static final int TAB = 9;
    private static final int ENTER = 13;
    private static final int ESCAPE = 27;

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static PageReader reader;
    private static Path page;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        browser = Browser.start(Files.createDirectories(folder.resolve("profile")));
        reader = new PageReader(browser);
        Path report = Files.createDirectories(folder.resolve("bao cao/bieu"));
        Files.writeString(report.resolve("01 TCD.xlsx"), "x");
        Files.writeString(report.resolve(LONG_NAME), "x");
        ReportPage.write(Drawn.province(), folder.resolve("bao cao"));
        page = folder.resolve("bao cao/index.html");
    }

    @AfterAll
    static void close() throws InterruptedException {
        if (browser != null) {
            browser.quit();
        }
    }

    /** Whatever a test did, the page asked for nothing but itself, complained of nothing, and ran nobody's script. */
    @AfterEach
    void is_quiet() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).hasSize(1);
        assertThat(browser.text("String(document.querySelectorAll('img, iframe, object').length)"))
                .isEqualTo("0");
    }

    @Test
    void shows_the_figures_of_the_unit_with_what_stands_behind_them() throws InterruptedException {
        browser.open(page, DESKTOP);
        assertThat(reader.cards())
                .contains(
                        "Tỷ lệ giải quyết khiếu nại 70% 14/20 Khi đủ đơn vị báo cáo: từ 56% đến 76%"
                                + " Mục tiêu: ít nhất 85% – chưa đạt Đơn vị tự nêu trên 71% 2/3 đơn vị đã báo cáo"
                                + " ▼ −1,25 điểm % so với cùng kỳ năm trước (2022: 71,25%); số đơn vị báo cáo khác nhau",
                        "Tỷ lệ đúng hạn trên 98% tự nêu Đơn vị tự nêu, không có số liệu gốc 1/1 đơn vị đã báo cáo",
                        "Tổng số lượt tiếp 2.107 lượt 2/3 đơn vị đã báo cáo"
                                + " ▲ +107 (+5,4%) so với cùng kỳ năm trước (2022: 2.000)");
        assertThat(browser.text("document.querySelector('.coverage').innerText"))
                .contains("Đã nhận 2 trong 13 biểu phải gửi", "trễ hạn: 1", "Chưa gửi: 1");
    }

    @Test
    void ranks_units_and_names_those_without_the_figure() throws InterruptedException {
        browser.open(page, DESKTOP);
        assertThat(reader.ranking())
                .containsExactly("1 Thành phố Gia Nghĩa 72,73% 8/11", "2 Huyện " + Drawn.NASTY + " 66,67% 6/9");
        assertThat(browser.text("document.getElementById('ranking').innerText"))
                .contains("Chưa có số liệu (1 đơn vị): Huyện Cư Jút. Thiếu không phải là 0.");
        browser.click("#choose-text");
        browser.type("luot tiep");
        assertThat(reader.ranking())
                .containsExactly("1 Thành phố Gia Nghĩa 1.500 lượt", "2 Huyện " + Drawn.NASTY + " 607 lượt");
        assertThat(browser.text("document.querySelector('#series svg').getAttribute('aria-label')"))
                .isEqualTo("Biểu đồ cột Tổng số lượt tiếp: 2021 1.000; 2022 2.000; 2023 2.107");
        assertThat(browser.texts("[...document.querySelectorAll('#series tbody tr')].map(row => row.innerText)"))
                .containsExactly("Năm 2021\t1.000 lượt", "Năm 2022\t2.000 lượt", "Năm 2023\t2.107 lượt");
    }

    @Test
    void is_the_same_without_scripts_but_for_what_one_can_press() throws InterruptedException {
        browser.open(page, DESKTOP);
        List<String> withScripts = reader.cards();
        List<String> ranked = reader.ranking();
        browser.scripts(false);
        try {
            browser.open(page, DESKTOP);
            assertThat(reader.cards()).isEqualTo(withScripts);
            assertThat(reader.ranking()).isEqualTo(ranked);
            assertThat(browser.text("document.querySelector('#figure-table').innerText"))
                    .contains("Đơn tiếp nhận");
            assertThat(browser.text("document.querySelector('noscript').innerText"))
                    .contains("JavaScript");
            assertThat(browser.texts("[...document.querySelectorAll('button, input, select')]"
                            + ".filter(control => control.checkVisibility()).map(control => control.outerHTML)"))
                    .isEmpty();
        } finally {
            browser.scripts(true);
        }
    }

    @Test
    void walks_from_a_rate_to_its_counts_units_and_cells_and_back() throws InterruptedException {
        browser.open(page, DESKTOP);
        browser.click(".card .value");
        assertThat(reader.dialog())
                .contains("Tỷ lệ giải quyết khiếu nại", "14 ÷ 20 × 100", "Khiếu nại đã giải quyết 14 lượt");
        browser.click("#cells .formula button");
        assertThat(reader.dialog()).contains("8 + 6 = 14", "Cộng các ô này đúng bằng số liệu của đơn vị.");
        assertThat(reader.cells())
                .containsExactly(
                        "Thành phố Gia Nghĩa|Ban tiếp dân " + Drawn.NASTY + "|huyen/660" + Drawn.NASTY
                                + ".xlsx Sheet1 · 01/TCD|F15|8",
                        "Huyện " + Drawn.NASTY + "|Ban tiếp dân " + Drawn.NASTY + "|huyen/661" + Drawn.NASTY
                                + ".xlsx Sheet1 · 01/TCD|F15|6");
        browser.click("#cells tbody button");
        assertThat(reader.cells()).singleElement().asString().contains("660", "F15|8");
        browser.click("#cells .link");
        assertThat(reader.cells()).hasSize(2);
        browser.press("Escape", ESCAPE);
        assertThat(browser.text("String(document.getElementById('cells').open)"))
                .isEqualTo("false");
        assertThat(browser.text("document.activeElement.innerText")).isEqualTo("70%");
    }

    @Test
    void shows_where_a_rate_was_declared() throws InterruptedException {
        browser.open(page, DESKTOP);
        browser.evaluate("showCells(figures.find(figure => figure.id === 'on-time-rate'), units[0])");
        assertThat(reader.dialog()).contains("trên 98% tự nêu", "Đơn vị tự nêu tỷ lệ này");
        assertThat(reader.cells()).singleElement().asString().contains("Tỉnh Đắk Nông", "C3|98");
    }

    @Test
    void holds_every_figure_of_every_unit() throws InterruptedException {
        browser.open(page, DESKTOP);
        List<String> expected = Stream.concat(
                        Stream.of(Drawn.province().top()), Drawn.province().top().children().stream())
                .flatMap(unit -> unit.figures().stream()
                        .map(figure -> unit.unit().code() + " " + figure.id() + " " + FigureText.shown(figure)))
                .toList();
        assertThat(browser.texts("units.flatMap(unit => figures.filter(figure => valueOf(unit, figure) !== null)"
                        + ".map(figure => `${unit.code} ${figure.id} ${shown(valueOf(unit, figure))}`))"))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(browser.texts("[...document.querySelectorAll('#figure-table .id')].map(id => id.textContent)"))
                .hasSize(7);
    }

    @Test
    void says_when_not_every_cell_counts_and_how_to_see_those_that_do() throws InterruptedException {
        browser.open(page, DESKTOP);
        browser.evaluate("cellsOf(figures[0]); cellData.sheets.push(cellData.sheets[0]); 1");
        browser.evaluate("showCells(figures[0], units[0])");
        assertThat(reader.dialog())
                .contains(
                        "Không phải ô nào cũng được cộng", "tonghop explain reception.visits --unit 67 --period 2023");
    }

    @Test
    void finds_figures_with_or_without_marks_and_hides_missing_ones_at_first() throws InterruptedException {
        browser.open(page, DESKTOP);
        assertThat(reader.figures()).hasSize(6).noneMatch(row -> row.contains("Đơn tiếp nhận"));
        browser.click("#figure-values");
        assertThat(reader.figures()).hasSize(7).anyMatch(row -> row.matches("(?s)Đơn tiếp nhận.*Thiếu.*2/3"));
        browser.click("#figure-text");
        browser.type("khieu nai");
        assertThat(reader.figures()).hasSize(3);
        assertThat(browser.text("document.getElementById('figure-count').innerText"))
                .isEqualTo("Đang hiện 3 trong 7");
    }

    @Test
    void filters_findings_by_text_severity_and_unit() throws InterruptedException {
        browser.open(page, DESKTOP);
        assertThat(reader.findings()).hasSize(3);
        reader.choose("finding-severity", "error");
        assertThat(reader.findings())
                .singleElement()
                .asString()
                .contains("Lỗi", Drawn.NASTY, "huyen/661.xlsx · Sheet1 · B8 · not-a-number");
        reader.choose("finding-severity", "");
        reader.choose("finding-unit", "662");
        assertThat(reader.findings()).singleElement().asString().contains("Chưa gửi biểu");
        browser.click("#finding-text");
        browser.type("giống nhau");
        assertThat(reader.findings()).isEmpty();
        assertThat(browser.text("document.getElementById('finding-count').innerText"))
                .isEqualTo("Không có gì khớp với lựa chọn.");
    }

    @Test
    void speaks_english_on_demand_and_keeps_names_as_they_are() throws InterruptedException {
        browser.open(page, DESKTOP);
        browser.click("button[data-language=en]");
        assertThat(reader.cards())
                .anyMatch(card -> card.startsWith("Tổng số lượt tiếp 2,107 lượt 2/3 units reported ▲ +107 (+5.4%)"));
        assertThat(browser.text("document.title")).startsWith("Consolidated report - Tỉnh Đắk Nông");
        assertThat(reader.findings()).anyMatch(finding -> finding.contains("The form was not sent"));
        assertThat(browser.text("document.querySelector('#order option').text")).isEqualTo("By rank");
        String visible = browser.text("document.body.innerText");
        assertThat(visible).doesNotContain("Mục tiêu", "Chưa gửi", "Phát hiện", "so với");
        browser.click("button[data-language=vi]");
        assertThat(browser.text("document.body.innerText")).doesNotContain("Target", "Not sent", "Findings");
    }

    @Test
    void has_every_word_in_both_languages() throws IOException {
        String code = "";
        for (String name : List.of("figures.js", "units.js", "cells.js", "page.js")) {
            code += Bundle.resource(name);
        }
        Set<String> vietnamese = keys("words_vi.properties");
        assertThat(keys("words_en.properties")).isEqualTo(vietnamese);
        Set<String> said = Pattern.compile("(?:say|told)\\(\\W*\"([\\w.-]+[^.])\"")
                .matcher(code)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(said).hasSizeGreaterThan(15);
        assertThat(vietnamese).containsAll(said);
    }

    @Test
    void can_be_used_with_keys_alone() throws InterruptedException {
        browser.open(page, DESKTOP);
        browser.press("Tab", TAB);
        assertThat(browser.text("document.activeElement.innerText")).isEqualTo("Đến nội dung chính");
        List<String> reachable = browser.texts("""
                [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
                .filter(control => control.checkVisibility()).map((control, place) => control.dataset.place = String(place))""");
        Set<String> reached = new TreeSet<>();
        for (int presses = 0; presses < reachable.size() + 2; presses++) {
            reached.add(browser.text("document.activeElement.dataset.place ?? ''"));
            browser.press("Tab", TAB);
        }
        assertThat(reached).containsAll(reachable);
        browser.evaluate("document.querySelector('.card .value').focus()");
        browser.press("Enter", ENTER);
        assertThat(browser.text("document.activeElement.id")).isEqualTo("cells-title");
    }

    @Test
    void tells_a_screen_reader_what_it_shows() throws InterruptedException {
        browser.open(page, DESKTOP);
        List<String> spoken = browser.spoken();
        assertThat(spoken)
                .contains(
                        "heading Tỉnh Đắk Nông",
                        "navigation Các phần của trang",
                        "region Chỉ số chính",
                        "heading Phát hiện (3)",
                        "button 70%",
                        "rowheader Huyện Cư Jút",
                        "columnheader 01/TCD",
                        "cell Đã nhận, trễ hạn",
                        "searchbox Tìm chỉ tiêu",
                        "combobox Mức",
                        "checkbox Chỉ những chỉ tiêu có số liệu",
                        "table Xếp thứ tự các đơn vị, cao nhất trước: Tỷ lệ giải quyết khiếu nại");
        assertThat(spoken).doesNotContain("button ", "link ", "combobox ", "searchbox ", "table ", "image ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void has_enough_contrast(String scheme) throws InterruptedException {
        browser.open(page, DESKTOP);
        browser.scheme(scheme);
        List<String> faint = browser.texts("""
                (() => {
                const light = colour => { const [r, g, b] = colour.match(/[\\d.]+/g).map(part => part / 255)
                    .map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
                    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
                const behind = one => { for (; one; one = one.parentElement) {
                    const colour = getComputedStyle(one).backgroundColor;
                    if (!colour.endsWith(", 0)")) return colour; } return "rgb(255, 255, 255)"; };
                return [...document.querySelectorAll("body *")]
                    .filter(one => one.checkVisibility() && !one.closest("svg, script")
                        && [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
                    .filter(one => { const [a, b] = [light(getComputedStyle(one).color), light(behind(one))];
                        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5; })
                    .map(one => one.outerHTML.slice(0, 120) + getComputedStyle(one).color + behind(one)); })()""");
        browser.scheme("");
        assertThat(faint).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone", "phone, english", "paper", "dialog"})
    void nothing_sticks_out_at_the_side(String how) throws InterruptedException {
        browser.open(page, how.equals("paper") ? 700 : PHONE);
        browser.medium(how.equals("paper") ? "print" : "");
        if (how.endsWith("english")) {
            browser.click("button[data-language=en]");
        }
        if (how.equals("dialog")) {
            browser.click(".card .value");
        }
        List<String> sticksOut = browser.texts("""
                [...document.querySelectorAll("body *")].filter(one => one.checkVisibility() && !one.closest(".scroll, nav ul, .hidden, .skip"))
                .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1
                    || (one.closest("dialog") && one.scrollWidth > one.clientWidth + 1 && one.tagName === "DIALOG"))
                .map(one => one.outerHTML.slice(0, 100))""");
        browser.medium("");
        assertThat(sticksOut).isEmpty();
        assertThat(browser.text("String(document.documentElement.scrollWidth <= document.documentElement.clientWidth)"))
                .isEqualTo("true");
    }

    @Test
    void links_to_the_files_beside_it() throws InterruptedException {
        browser.open(page, DESKTOP);
        assertThat(browser.texts("[...document.querySelectorAll('.files a')].map(link => link.getAttribute('href'))"))
                .containsExactly("bieu/01%20TCD.xlsx", "bieu/" + LONG_NAME);
    }

    @Test
    void is_the_same_bytes_anywhere() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String here = ReportPage.text(Drawn.province(), List.of(), CellData.MOST);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            assertThat(ReportPage.text(Drawn.province(), List.of(), CellData.MOST))
                    .isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void stays_openable_with_230_units_and_names_the_file_that_has_the_cells_it_leaves_out()
            throws IOException, InterruptedException {
        Path large = folder.resolve("large.html");
        Files.writeString(large, ReportPage.text(Drawn.large(230, 150), List.of(), 34_000));
        assertThat(Files.size(large)).isLessThan(8_000_000);
        browser.open(large, DESKTOP);
        assertThat(reader.ranking()).hasSize(230).first().asString().contains("Xã thứ 229");
        browser.evaluate("showCells(figures[0], units[0])");
        assertThat(reader.cells()).hasSize(230);
        browser.evaluate("showCells(figures[149], units[0])");
        assertThat(reader.dialog()).contains("Có 230 ô, quá nhiều cho một trang", "so-lieu.csv", "measure.149");
    }

    private static Set<String> keys(String name) {
        return Pattern.compile("(?m)^([a-z][\\w.-]+)=.")
                .matcher(Bundle.resource(name))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
