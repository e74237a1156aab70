package tonghop.report.overview;

import java.util.Map;
import java.util.Optional;

/**
 * Where the cells of a line stand, for its formulas.
 *
 * @param placed the sections that have their place, by name
 */
record Addresses(Placed place, int line, Map<String, Placed> placed) {

    /** A cell of the same line, such as {@code C7}; empty if the layout has no such cell. */
    Optional<String> of(String field) {
        return place.address(field, line);
    }

    /** A cell of another section's line, with its sheet, such as {@code 'Chỉ tiêu'!B7}. */
    Optional<String> of(String section, String field, int line) {
        return Optional.ofNullable(placed.get(section)).flatMap(other -> other.fullAddress(field, line));
    }
}
