/** What was read, kept in the database, and the lock that keeps two runs apart. */
@NullMarked
package tonghop.rollup.store;

import org.jspecify.annotations.NullMarked;
