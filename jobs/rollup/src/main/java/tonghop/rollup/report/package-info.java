/** What is stored of a period, made into reports, explanations and statements of completeness. */
@NullMarked
package tonghop.rollup.report;

import org.jspecify.annotations.NullMarked;
