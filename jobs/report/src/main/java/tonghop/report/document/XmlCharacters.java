package tonghop.report.document;

import java.util.regex.Pattern;

/** What XML can hold. */
final class XmlCharacters {

    /** Controls, half a surrogate pair, and two that are no characters. */
    private static final Pattern UNWRITABLE = Pattern.compile("\\p{Cntrl}|\\p{Cs}|[\\ufffe\\uffff]");

    private XmlCharacters() {}

    /** Text without what a document cannot hold; what districts write into their sheets may have anything in it. */
    static String writable(String text) {
        return UNWRITABLE.matcher(text.replaceAll("\\s", " ")).replaceAll("");
    }
}
