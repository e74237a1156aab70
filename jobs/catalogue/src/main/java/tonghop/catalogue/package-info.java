/**
 * What is counted, by whom and in which words: the forms, indicators, units and calendar that a province keeps in
 * {@code templates/}, and the wording of findings.
 *
 * <p>Start with {@link tonghop.catalogue.Catalogue}. Everything is checked while it is read; a mistake is reported with
 * file, line and the nearest right word, and nothing is used until all of it is right. Workbooks are not opened here.
 */
@NullMarked
package tonghop.catalogue;

import org.jspecify.annotations.NullMarked;
