/** One class a command of the command line, with the options that they share. */
@NullMarked
package tonghop.launch.command;

import org.jspecify.annotations.NullMarked;
