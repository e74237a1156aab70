/** Who reports: units with the time in which each is valid, their tree, and what became of them. */
@NullMarked
package tonghop.domain.unit;

import org.jspecify.annotations.NullMarked;
