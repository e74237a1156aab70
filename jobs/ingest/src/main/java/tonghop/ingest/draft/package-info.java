/** Drafts for the catalogue out of a blank form or a list of units. */
@NullMarked
package tonghop.ingest.draft;

import org.jspecify.annotations.NullMarked;
