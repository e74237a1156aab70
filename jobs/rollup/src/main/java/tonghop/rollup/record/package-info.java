/** What stays on record: seals of closed periods and what each run published. */
@NullMarked
package tonghop.rollup.record;

import org.jspecify.annotations.NullMarked;
