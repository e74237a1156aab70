/** Vietnamese words and numbers, however they were typed. */
@NullMarked
package tonghop.ingest.text;

import org.jspecify.annotations.NullMarked;
