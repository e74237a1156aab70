/** Forms with their measures and rules, and what a unit sends on one: submissions, rows, observations. */
@NullMarked
package tonghop.domain.form;

import org.jspecify.annotations.NullMarked;
