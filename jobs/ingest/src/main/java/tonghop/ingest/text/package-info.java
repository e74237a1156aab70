/** What words and numbers in a cell can mean: headings, units, periods, amounts. */
@NullMarked
package tonghop.ingest.text;

import org.jspecify.annotations.NullMarked;
