package tonghop.report.overview;

import java.util.Optional;

/** Where the cells of a line stand, for its formulas. */
interface Addresses {

    /** A cell of the same line, such as {@code C7}; empty if the layout has no such cell. */
    Optional<String> of(String field);

    /** A cell of another section's line, with its sheet, such as {@code 'Chỉ tiêu'!B7}. */
    Optional<String> of(String section, String field, int line);
}
