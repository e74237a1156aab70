package tonghop.launch;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import tonghop.domain.Place;
import tonghop.domain.Report.LocatedFinding;
import tonghop.report.RunFile;

/** Findings as people read them on a console. */
final class FindingLines {

    /** As many as leave room for the other files of a run. */
    static final int FEW = 5;

    private FindingLines() {}

    /** Tells the state of a file and its first {@code most} findings, errors before the rest. */
    static void tell(RunFile.FileLine file, int most, Console console) {
        console.line("%s: %s".formatted(file.file(), file.state()));
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
