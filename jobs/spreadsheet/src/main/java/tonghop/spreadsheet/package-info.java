/**
 * Files of every format in, sheets of cells out; and the parts of a workbook changed in a few places, all else letter
 * for letter. Nothing here knows what a form, a figure or a report is.
 *
 * <p>{@link tonghop.spreadsheet.Grids} reads. A file that cannot be read is an
 * {@link tonghop.spreadsheet.UnreadableFileException} with the finding to tell the sender.
 * {@link tonghop.spreadsheet.Parts} opens a workbook for a copy of it.
 */
@NullMarked
package tonghop.spreadsheet;

import org.jspecify.annotations.NullMarked;
