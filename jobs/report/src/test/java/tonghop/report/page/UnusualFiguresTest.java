package tonghop.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of which a plain number would say too much: how the page puts them, with its script and without. */
class UnusualFiguresTest {

    private static final int DESKTOP = 1280;

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static PageReader reader;
    private static Path page;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        browser = Browser.start(Files.createDirectories(folder.resolve("profile")));
        reader = new PageReader(browser);
        page = folder.resolve("index.html");
        Files.writeString(page, ReportPage.text(Drawn.unusual(), List.of(), CellData.MOST));
    }

    @AfterAll
    static void close() throws InterruptedException {
        if (browser != null) {
            browser.quit();
        }
    }

    @AfterEach
    void nothing_is_complained_of() {
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_rate_over_nothing_is_not_called_missing() throws InterruptedException {
        browser.open(page, DESKTOP);
        assertThat(browser.text("document.getElementById('headline').innerText"))
                .contains("Không tính tỷ lệ vì mẫu số bằng 0: Tỷ lệ giải quyết khiếu nại.")
                .doesNotContain("Chưa có số liệu");
        assertThat(reader.figures())
                .anyMatch(row -> row.matches("Tỷ lệ giải quyết khiếu nại .*Không tính \\(mẫu số bằng 0\\).*"));
        browser.evaluate("showCells(figures[0], units[0])");
        assertThat(reader.dialog())
                .contains("Không tính (mẫu số bằng 0)", "0 ÷ 0 × 100")
                .doesNotContain("Thiếu");
        assertThat(browser.text("document.getElementById('ranking').innerText"))
                .contains("Mẫu số bằng 0, không tính tỷ lệ (1 đơn vị): Huyện Đắk Song.")
                .doesNotContain("Thiếu không phải là 0");
    }

    @Test
    void the_best_stands_first_and_who_shows_the_same_shares_a_place() throws InterruptedException {
        List<String> lessIsBetter = List.of(
                "1 Huyện Đắk Mil 3,5% 35/1.000",
                "2 Thành phố Gia Nghĩa 12% 12.001/100.000", "2 Huyện Cư Jút 12% 12.004/100.000");
        browser.scripts(false);
        try {
            browser.open(page, DESKTOP);
            assertThat(reader.ranking()).isEqualTo(lessIsBetter);
        } finally {
            browser.scripts(true);
        }
        browser.open(page, DESKTOP);
        assertThat(reader.ranking()).isEqualTo(lessIsBetter);
        assertThat(browser.text("document.querySelector('#ranking caption').innerText"))
                .isEqualTo("Xếp thứ tự các đơn vị, thấp nhất trước: Tỷ lệ hồ sơ quá hạn");
        reader.choose("order", "reverse");
        assertThat(reader.ranking()).last().isEqualTo("1 Huyện Đắk Mil 3,5% 35/1.000");
        reader.choose("order", "rank");
        choose("par-index.rank");
        assertThat(reader.ranking()).first().isEqualTo("1 Huyện Đắk Mil 3 lượt");
    }

    @Test
    void earlier_figures_keep_their_marks_and_ranks_do_not_grow() throws InterruptedException {
        browser.open(page, DESKTOP);
        choose("reception.visits");
        assertThat(browser.texts("[...document.querySelectorAll('#series tbody tr')].map(row => row.innerText)"))
                .containsExactly("Năm 2022\tít nhất 2.000 lượt", "Năm 2023\t2.107 lượt");
        assertThat(browser.text("document.querySelector('#series svg').getAttribute('aria-label')"))
                .contains("2022 ít nhất 2.000; 2023 2.107");
        assertThat(browser.text("document.getElementById('figure-table').innerText"))
                .contains("Xếp hạng cải cách")
                .doesNotContain("▲", "+50%");
    }

    @Test
    void bars_of_nothing_have_no_length() throws InterruptedException {
        browser.open(page, DESKTOP);
        choose("denunciations.pending");
        assertThat(browser.texts(
                        "[...document.querySelectorAll('#ranking rect')].map(bar => bar.getAttribute('width'))"))
                .containsOnly("0%")
                .hasSize(3);
    }

    @Test
    void counts_behind_a_rate_keep_their_marks() throws InterruptedException {
        browser.open(page, DESKTOP);
        assertThat(reader.cards()).anyMatch(card -> card.startsWith("Tỷ lệ giải quyết đơn gần 95,24% 60/trên 63 "));
        browser.evaluate("showCells(figures.find(figure => figure.id === 'petition-resolution-rate'), units[0])");
        assertThat(reader.dialog()).contains("gần 95,24%", "60 ÷ trên 63 × 100");
    }

    private static void choose(String figure) {
        reader.choose("choose", figure);
    }
}
