package tonghop.validate;

import java.util.List;
import tonghop.domain.Finding;
import tonghop.domain.Submission;

/** One thing that must hold inside a sheet. */
interface Rule {

    /** What speaks against it; nothing if it holds. */
    List<Finding> check(Submission submission);
}
