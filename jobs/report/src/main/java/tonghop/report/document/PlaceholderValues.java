package tonghop.report.document;

import java.util.Optional;

/** What placeholders stand for in one report, or in one row of a table in it. */
interface PlaceholderValues {

    /** The text to write; empty if there is no such figure, so that its sentence is left out. */
    Optional<String> find(Placeholder placeholder);
}
