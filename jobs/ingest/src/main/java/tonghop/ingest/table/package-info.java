/** Where a table lies in a sheet and what each of its columns and rows is. */
@NullMarked
package tonghop.ingest.table;

import org.jspecify.annotations.NullMarked;
