package tonghop.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.form.CellLedger;
import tonghop.domain.form.SubmissionState;
import tonghop.domain.report.Report.LocatedFinding;
import tonghop.domain.report.Report.SentSheet;
import tonghop.report.RunFile.FileLine;

/** The file that a build server reads, read back by an XML parser. */
class JUnitXmlTest {

    private static final String NASTY = "]]><!--\"'&amp;\u0000\u0008\uFFFE\uD800 \uD83D\uDE00 <a>\r\nhết";

    @Test
    void has_a_case_for_each_accepted_sheet_and_for_each_rule_that_found_something() throws Exception {
        FileLine good = new FileLine(
                "a/660.xlsx", "ab", SubmissionState.ACCEPTED, List.of(sheet("A", SubmissionState.ACCEPTED)), List.of());
        FileLine bad = new FileLine(
                "661.xlsx",
                "cd",
                SubmissionState.REJECTED,
                List.of(sheet("A", SubmissionState.REJECTED), sheet("B", SubmissionState.ACCEPTED_WITH_WARNINGS)),
                List.of(
                        finding(FindingCode.NOT_A_NUMBER, "A", "B8", "Một"),
                        finding(FindingCode.NOT_A_NUMBER, "A", "B9", "Hai"),
                        finding(FindingCode.RATE_DIFFERS, "B", "C3", "Ba"),
                        finding(FindingCode.SHEET_IGNORED, null, null, "Bốn")));
        Document xml = parsed(List.of(good, bad));
        Element root = xml.getDocumentElement();
        assertThat(counts(root)).isEqualTo("5 1 0");
        List<Element> suites = elements(root, "testsuite");
        assertThat(suites).extracting(JUnitXmlTest::counts).containsExactly("1 0 0", "4 1 0");
        assertThat(suites).extracting(suite -> suite.getAttribute("name")).containsExactly("a/660.xlsx", "661.xlsx");
        assertThat(elements(suites.get(1), "testcase"))
                .extracting(one -> one.getAttribute("name"))
                .containsExactly("B: 01/TCD 660 2023", "A: not-a-number", "B: rate-differs", "sheet-ignored");
    }

    @Test
    void an_error_is_a_failure_and_what_is_less_is_output() throws Exception {
        Document xml = parsed(List.of(new FileLine(
                "661.xlsx",
                "cd",
                SubmissionState.REJECTED,
                List.of(),
                List.of(
                        finding(FindingCode.NOT_A_NUMBER, "A", "B8", "Một"),
                        finding(FindingCode.NOT_A_NUMBER, "A", "B9", "Hai"),
                        finding(FindingCode.RATE_CUT_OFF, "B", "C3", "Ba")))));
        Element failure = only(xml.getDocumentElement(), "failure");
        assertThat(failure.getAttribute("type")).isEqualTo("not-a-number");
        assertThat(failure.getAttribute("message")).isEqualTo("Một");
        assertThat(failure.getTextContent())
                .isEqualTo("\nerror A!B8\n  Một\n  in English: Một\nerror A!B9\n  Hai\n  in English: Hai\n");
        assertThat(only(xml.getDocumentElement(), "system-out").getTextContent())
                .isEqualTo("\ninfo B!C3\n  Ba\n  in English: Ba\n");
    }

    @Test
    void whatever_others_wrote_stays_text() throws Exception {
        Document xml = parsed(List.of(new FileLine(
                NASTY,
                "cd",
                SubmissionState.REJECTED,
                List.of(),
                List.of(
                        finding(FindingCode.NOT_A_NUMBER, NASTY, "B8", NASTY),
                        finding(FindingCode.RATE_CUT_OFF, NASTY, "B8", NASTY)))));
        String kept = "]]><!--\"'&amp;\uFFFD\uFFFD\uFFFD\uFFFD \uD83D\uDE00 <a>";
        Element suite = only(xml.getDocumentElement(), "testsuite");
        assertThat(suite.getAttribute("name")).isEqualTo(kept + " hết");
        assertThat(elements(suite, "*"))
                .as("nothing became an element")
                .extracting(Element::getTagName)
                .containsExactly("properties", "property", "property", "testcase", "failure", "testcase", "system-out");
        assertThat(only(suite, "failure").getAttribute("message")).isEqualTo(kept + " hết");
        assertThat(only(suite, "failure").getTextContent()).contains(kept + "\nhết");
        assertThat(only(suite, "system-out").getTextContent()).contains(kept + "\nhết");
    }

    @Test
    void a_file_that_has_to_be_mended_never_looks_well() throws Exception {
        Document xml =
                parsed(List.of(new FileLine("ghi-chu.xlsx", "cd", SubmissionState.UNRECOGNISED, List.of(), List.of())));
        assertThat(counts(xml.getDocumentElement())).isEqualTo("1 1 0");
        assertThat(only(xml.getDocumentElement(), "failure").getAttribute("type"))
                .isEqualTo("unrecognised");
    }

    @Test
    void says_the_same_of_the_same_files() {
        FileLine file = new FileLine(
                "660.xlsx", "ab", SubmissionState.ACCEPTED, List.of(sheet("A", SubmissionState.ACCEPTED)), List.of());
        assertThat(JUnitXml.text(List.of(file))).isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <testsuites name="tonghop" tests="1" failures="0" errors="0">
                          <testsuite name="660.xlsx" tests="1" failures="0" errors="0" skipped="0">
                            <properties>
                              <property name="sha256" value="ab"/>
                              <property name="state" value="accepted"/>
                            </properties>
                            <testcase classname="660_xlsx" name="A: 01/TCD 660 2023"></testcase>
                          </testsuite>
                        </testsuites>
                        """);
    }

    private static SentSheet sheet(String name, SubmissionState state) {
        return new SentSheet("660.xlsx", "ab", name, "01/TCD", "660", "2023", state, CellLedger.EMPTY);
    }

    private static LocatedFinding finding(
            FindingCode code, @Nullable String sheet, @Nullable String cell, String vietnamese) {
        Place place = new Place("660", "01/TCD", "2023", "661.xlsx", sheet, cell);
        return new LocatedFinding(
                Finding.of(
                        code,
                        place,
                        code.value().stream().map(fact -> fact.is("x")).toArray(Fact.Said[]::new)),
                vietnamese,
                "in English: " + vietnamese);
    }

    private static Document parsed(List<FileLine> files) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JUnitXml.text(files))));
    }

    private static String counts(Element element) {
        return "%s %s %s"
                .formatted(
                        element.getAttribute("tests"),
                        element.getAttribute("failures"),
                        element.getAttribute("errors"));
    }

    private static Element only(Element above, String name) {
        assertThat(elements(above, name)).hasSize(1);
        return elements(above, name).get(0);
    }

    private static List<Element> elements(Element above, String name) {
        NodeList found = above.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int index = 0; index < found.getLength(); index++) {
            elements.add((Element) found.item(index));
        }
        return elements;
    }
}
