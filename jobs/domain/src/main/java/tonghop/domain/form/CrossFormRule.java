package tonghop.domain.form;

import java.util.List;

/**
 * What must hold between the sums of two sets of measures of the same unit and period, whichever forms they stand in.
 *
 * @param left ids of measures, added up
 * @param right ids of measures, added up
 * @param label what must hold, in Vietnamese
 */
public record CrossFormRule(
        String id, List<String> left, FormRule.Relation relation, List<String> right, String label) {

    public CrossFormRule {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }
}
