package tonghop.launch.console;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tonghop.catalogue.FindingTexts;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.Place;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.report.Report.LocatedFinding;
import tonghop.report.RunFile;

/** Findings as people read them on a console. */
public final class FindingLines {

    /** As many as leave room for the other files of a run. */
    public static final int FEW = 5;

    private static final String WITHHELD = "…";

    private FindingLines() {}

    /**
     * The same file without what stands in the cells of its lists, for a log or the mail that cron sends: lists may
     * name people (Luật Tố cáo 2018). Where it stands is told, and the file goes back to its sender with the rest.
     */
    public static RunFile.FileLine withoutTextsOfLists(RunFile.FileLine file, Definitions definitions) {
        Set<String> lists = definitions.forms().stream()
                .filter(form -> form.rows() == Form.Rows.LIST)
                .map(Form::id)
                .collect(Collectors.toSet());
        List<LocatedFinding> findings = file.findings().stream()
                .map(located ->
                        lists.contains(located.finding().place().form()) ? withheld(located.finding()) : located)
                .toList();
        return new RunFile.FileLine(file.file(), file.sha256(), file.state(), file.sheets(), findings);
    }

    private static LocatedFinding withheld(Finding finding) {
        String value = finding.value();
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        finding.facts().forEach((fact, text) -> facts.put(fact, text.equals(value) ? WITHHELD : text));
        Finding told = new Finding(
                finding.code(), finding.severity(), finding.place(), finding.measure(), facts, finding.cause(), null);
        return new LocatedFinding(
                told, FindingTexts.vietnamese().of(told), FindingTexts.english().of(told));
    }

    /** Tells the state of a file and its first {@code most} findings, errors before the rest. */
    public static void tell(RunFile.FileLine file, int most, Console console) {
        console.line("%s: %s".formatted(file.file(), file.state().code()));
        file.findings().stream()
                .sorted((one, other) ->
                        one.finding().severity().compareTo(other.finding().severity()))
                .limit(most)
                .forEach(finding -> tell(finding, console));
        if (file.findings().size() > most) {
            console.line("  … +" + (file.findings().size() - most));
        }
    }

    private static void tell(LocatedFinding located, Console console) {
        Place place = located.finding().place();
        String where = Stream.of(place.sheet(), place.cell())
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining("!"));
        console.line("  %s %s  %s".formatted(located.finding().severity().code(), where, located.vietnamese()));
        console.line("      " + located.english());
    }
}
