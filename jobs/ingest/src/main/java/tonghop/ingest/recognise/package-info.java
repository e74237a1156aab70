/** Which form a sheet is, who sends it and for which period. */
@NullMarked
package tonghop.ingest.recognise;

import org.jspecify.annotations.NullMarked;
