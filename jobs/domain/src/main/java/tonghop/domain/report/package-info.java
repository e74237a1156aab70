/** Figures, the reports made of them, and what changed between two of them. */
@NullMarked
package tonghop.domain.report;

import org.jspecify.annotations.NullMarked;
