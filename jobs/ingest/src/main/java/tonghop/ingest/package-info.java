/**
 * Files in, submissions out: opens what units send, recognises form, unit and period from the content, and reads the
 * table.
 *
 * <p>Start with {@link tonghop.ingest.FileReader}. Nothing is judged here but what a single cell can be; whether the
 * numbers agree with each other is the business of {@code validate}. Whatever is wrong with a file becomes a finding:
 * reading never throws because of what a file holds.
 */
@NullMarked
package tonghop.ingest;

import org.jspecify.annotations.NullMarked;
