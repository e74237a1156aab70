/**
 * Files of every format in, sheets of cells out: nothing here knows what a form is.
 *
 * <p>A file that cannot be read is an {@link tonghop.spreadsheet.UnreadableFileException} with the finding to tell the
 * sender.
 */
@NullMarked
package tonghop.spreadsheet;

import org.jspecify.annotations.NullMarked;
