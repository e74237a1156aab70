package tonghop.validate;

import java.util.List;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;

/**
 * One thing that must hold.
 *
 * @param <T> what it is held against: a sheet, or a period
 */
interface Rule<T> {

    /** What it may say. */
    List<FindingCode> codes();

    /** What speaks against it; nothing if it holds. */
    List<Finding> check(T subject);
}
