/** Vietnamese words and numbers, however they were typed. */
@NullMarked
package tonghop.spreadsheet.text;

import org.jspecify.annotations.NullMarked;
