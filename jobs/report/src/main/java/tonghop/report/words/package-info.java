/** How numbers, units and rules are put into words, the same in every kind of output. */
@NullMarked
package tonghop.report.words;

import org.jspecify.annotations.NullMarked;
