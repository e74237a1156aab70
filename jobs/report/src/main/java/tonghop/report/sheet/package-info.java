/** What every workbook of ours is written with: cells, heights, names, packages that come out the same. */
@NullMarked
package tonghop.report.sheet;

import org.jspecify.annotations.NullMarked;
