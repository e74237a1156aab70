package tonghop.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tonghop.domain.finding.Place;
import tonghop.domain.report.Report.LocatedFinding;
import tonghop.domain.report.Report.SentSheet;
import tonghop.report.RunFile.FileLine;
import tonghop.spreadsheet.XmlText;

/**
 * The checks of files as JUnit XML, which build servers and monitors show: a suite for each file, and in it a case for
 * each sheet that was accepted and one for each rule that found something on a sheet.
 *
 * <p>It has no times: the same files give the same text.
 */
public final class JUnitXml {

    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** A file with what was looked at in it. */
    private record Suite(FileLine file, List<Case> cases) {

        long failures() {
            return cases.stream().filter(Case::hasFailed).count();
        }
    }

    /**
     * A sheet that is as it should be, or what a rule found on a sheet.
     *
     * @param kind the rule, or the state of the file or sheet
     */
    private record Case(String name, String kind, boolean hasFailed, List<LocatedFinding> findings) {

        List<LocatedFinding> findings(boolean areErrors) {
            return findings.stream()
                    .filter(located -> located.finding().isError() == areErrors)
                    .toList();
        }
    }

    /** The text of the XML file. */
    public static String text(List<FileLine> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new JUnitXml(xml)
                    .write(files.stream()
                            .map(file -> new Suite(file, cases(file)))
                            .toList());
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static List<Case> cases(FileLine file) {
        List<Case> cases = new ArrayList<>();
        for (SentSheet sheet : file.sheets()) {
            if (!sheet.state().needsMending()) {
                String name = "%s: %s %s %s".formatted(sheet.sheet(), sheet.form(), sheet.unit(), sheet.period());
                cases.add(new Case(name, sheet.state().code(), false, List.of()));
            }
        }
        Map<String, List<LocatedFinding>> found = new LinkedHashMap<>();
        for (LocatedFinding located : file.findings()) {
            String rule = located.finding().code().code();
            String sheet = located.finding().place().sheet();
            found.computeIfAbsent(sheet == null ? rule : sheet + ": " + rule, name -> new ArrayList<>())
                    .add(located);
        }
        found.forEach((name, findings) -> cases.add(new Case(
                name,
                findings.get(0).finding().code().code(),
                findings.stream().anyMatch(located -> located.finding().isError()),
                findings)));
        if (file.state().needsMending() && cases.stream().noneMatch(Case::hasFailed)) {
            cases.add(new Case(file.state().code(), file.state().code(), true, List.of()));
        }
        return cases;
    }

    private void write(List<Suite> suites) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        line(0);
        xml.writeStartElement("testsuites");
        attribute("name", "tonghop");
        counts(
                suites.stream().mapToLong(suite -> suite.cases().size()).sum(),
                suites.stream().mapToLong(Suite::failures).sum());
        for (Suite suite : suites) {
            write(suite);
        }
        line(0);
        xml.writeEndElement();
        line(0);
        xml.writeEndDocument();
    }

    private void write(Suite suite) throws XMLStreamException {
        FileLine file = suite.file();
        line(1);
        xml.writeStartElement("testsuite");
        attribute("name", file.file());
        counts(suite.cases().size(), suite.failures());
        attribute("skipped", "0");
        line(2);
        xml.writeStartElement("properties");
        property("sha256", file.sha256());
        property("state", file.state().code());
        line(2);
        xml.writeEndElement();
        for (Case one : suite.cases()) {
            write(one, file.file());
        }
        line(1);
        xml.writeEndElement();
    }

    /** Errors are what failed; warnings and information are beside it, as output. */
    private void write(Case one, String file) throws XMLStreamException {
        line(2);
        xml.writeStartElement("testcase");
        // What stands before the last point is shown as a package.
        attribute("classname", file.replace('.', '_'));
        attribute("name", one.name());
        if (one.hasFailed()) {
            List<LocatedFinding> errors = one.findings(true);
            line(3);
            xml.writeStartElement("failure");
            attribute("type", one.kind());
            attribute("message", errors.isEmpty() ? one.kind() : errors.get(0).vietnamese());
            content(errors);
            xml.writeEndElement();
        }
        List<LocatedFinding> others = one.findings(false);
        if (!others.isEmpty()) {
            line(3);
            xml.writeStartElement("system-out");
            content(others);
            xml.writeEndElement();
        }
        if (one.hasFailed() || !others.isEmpty()) {
            line(2);
        }
        xml.writeEndElement();
    }

    private void content(List<LocatedFinding> findings) throws XMLStreamException {
        xml.writeCharacters(
                XmlText.allowed(findings.stream().map(JUnitXml::told).collect(Collectors.joining("\n", "\n", "\n"))));
    }

    private static String told(LocatedFinding located) {
        Place place = located.finding().place();
        String where = Stream.of(place.sheet(), place.cell())
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining("!"));
        String head = (located.finding().severity().code() + " " + where).strip();
        return "%s\n  %s\n  %s".formatted(head, located.vietnamese(), located.english());
    }

    private void counts(long tests, long failures) throws XMLStreamException {
        attribute("tests", Long.toString(tests));
        attribute("failures", Long.toString(failures));
        attribute("errors", "0");
    }

    private void property(String name, String value) throws XMLStreamException {
        line(3);
        xml.writeEmptyElement("property");
        attribute("name", name);
        attribute("value", value);
    }

    /** In one line: a parser takes the line breaks of an attribute for blanks anyway. */
    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlText.allowed(value).replaceAll("\\s+", " ").strip());
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
