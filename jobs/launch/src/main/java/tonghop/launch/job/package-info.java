/** The jobs and their steps, and what they share: the session, the inbox, the copies of files. */
@NullMarked
package tonghop.launch.job;

import org.jspecify.annotations.NullMarked;
