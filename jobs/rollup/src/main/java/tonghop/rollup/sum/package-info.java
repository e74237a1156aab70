/** The figures of units added up to those of their parents, and of periods to those of longer ones. */
@NullMarked
package tonghop.rollup.sum;

import org.jspecify.annotations.NullMarked;
