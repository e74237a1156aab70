/** What a person at the console reads, and the exit codes. */
@NullMarked
package tonghop.launch.console;

import org.jspecify.annotations.NullMarked;
