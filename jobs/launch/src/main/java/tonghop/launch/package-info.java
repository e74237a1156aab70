/**
 * The command line and the jobs: what puts the stages together and runs them.
 *
 * <p>Spring Boot, Spring Batch, picocli and the embedded database live here and nowhere else. Nothing here knows what a
 * figure means.
 */
@NullMarked
package tonghop.launch;

import org.jspecify.annotations.NullMarked;
