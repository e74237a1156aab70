/** Periods, the reporting calendar, deadlines and working days. */
@NullMarked
package tonghop.domain.time;

import org.jspecify.annotations.NullMarked;
