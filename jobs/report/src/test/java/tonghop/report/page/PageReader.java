package tonghop.report.page;

import java.util.List;

/** What a reader sees of the page that is open. */
final class PageReader {

    private final Browser browser;

    PageReader(Browser browser) {
        this.browser = browser;
    }

    /** As on the screen, spaces and line ends made one. */
    private List<String> visible(String selector) {
        return browser
                .texts(
                        "[...document.querySelectorAll('%s')].filter(one => one.checkVisibility()).map(one => one.innerText)"
                                .formatted(selector))
                .stream()
                .map(text -> text.replaceAll("\\s+", " ").strip())
                .toList();
    }

    List<String> cards() {
        return visible(".card");
    }

    List<String> ranking() {
        return visible("#ranking tbody tr");
    }

    List<String> figures() {
        return visible("#figure-table tr[data-search]");
    }

    List<String> findings() {
        return visible("#finding-list > li");
    }

    String dialog() {
        return browser.text("document.getElementById('cells').innerText");
    }

    List<String> cells() {
        return browser
                .texts("[...document.querySelectorAll('#cells .scroll tbody tr')]"
                        + ".map(row => [...row.cells].map(cell => cell.innerText).join('|'))")
                .stream()
                .map(text -> text.replaceAll("\\s+", " "))
                .toList();
    }

    void choose(String id, String value) {
        browser.evaluate(
                "(() => { const one = document.getElementById('%s'); one.value = '%s'; one.dispatchEvent(new Event('change')); })()"
                        .formatted(id, value));
    }
}
