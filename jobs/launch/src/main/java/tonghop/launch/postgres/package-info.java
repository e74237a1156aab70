/** The database of a command: the embedded server with its files and account, or one elsewhere. */
@NullMarked
package tonghop.launch.postgres;

import org.jspecify.annotations.NullMarked;
