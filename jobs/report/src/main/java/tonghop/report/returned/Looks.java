package tonghop.report.returned;

import java.util.ArrayList;
import java.util.List;
import tonghop.spreadsheet.Edition;
import tonghop.spreadsheet.UneditableException;
import tonghop.spreadsheet.Xml;

/**
 * How our marks and our sheet look, added behind the sender's own styles.
 *
 * <p>Error and warning differ without colour too: bold in a solid frame, italic in a dashed one.
 */
final class Looks {

    /** The looks of cells in our own sheet. */
    enum Look {
        TITLE(1, 0, false, ""),
        BOLD(2, 0, false, WRAP),
        PLAIN(0, 0, false, WRAP),
        HEADING(2, 1, true, CENTRED),
        TEXT(0, 0, true, WRAP),
        LINK(3, 0, true, ""),
        ERROR(2, 2, true, CENTRED),
        WARNING(4, 3, true, CENTRED),
        INFO(0, 0, true, CENTRED),
        ANSWER(0, 4, true, WRAP + "<~protection locked=\"0\"/>"),
        PERCENT(0, 0, false, ""),
        DATE(0, 0, false, "");

        private final int font;
        private final int fill;
        private final boolean isFramed;
        private final String inside;

        Look(int font, int fill, boolean isFramed, String inside) {
            this.font = font;
            this.fill = fill;
            this.isFramed = isFramed;
            this.inside = inside;
        }

        /** Text that begins with = stays text when somebody edits the cell: quotePrefix. */
        private String template(int fonts, int fills, int borders) {
            int format = this == PERCENT ? 10 : this == DATE ? 14 : 0;
            return ("<~xf numFmtId=\"%d\" fontId=\"%d\" fillId=\"%d\" borderId=\"%d\" xfId=\"0\" quotePrefix=\"%d\" "
                            + "applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" "
                            + "applyAlignment=\"1\" applyProtection=\"1\">%s</~xf>")
                    .formatted(
                            format,
                            fonts + font,
                            fills + fill,
                            borders + (isFramed ? 1 : 0),
                            format == 0 && this != ANSWER ? 1 : 0,
                            inside);
        }
    }

    private static final String WRAP = "<~alignment vertical=\"top\" wrapText=\"1\"/>";
    private static final String CENTRED = "<~alignment horizontal=\"center\" vertical=\"top\" wrapText=\"1\"/>";
    private static final String NAME = "<~name val=\"Times New Roman\"/><~family val=\"1\"/>";

    private static final List<String> FONTS = List.of(
            "<~font><~sz val=\"11\"/>" + NAME + "</~font>",
            "<~font><~b/><~sz val=\"15\"/>" + NAME + "</~font>",
            "<~font><~b/><~sz val=\"11\"/>" + NAME + "</~font>",
            "<~font><~u/><~sz val=\"11\"/><~color rgb=\"FF0563C1\"/>" + NAME + "</~font>",
            "<~font><~i/><~sz val=\"11\"/>" + NAME + "</~font>");

    private static final List<String> FILLS = List.of(
            "<~fill><~patternFill patternType=\"none\"/></~fill>",
            solid("FFD9D9D9"),
            solid("FFFFC7CE"),
            solid("FFFFEB9C"),
            solid("FFFFFFE5"));

    private static final List<String> BORDERS =
            List.of("<~border><~left/><~right/><~top/><~bottom/><~diagonal/></~border>", frame("thin", "FF808080"));

    private static final String ERROR_MARK = "<~dxf><~font><~b/><~i val=\"0\"/><~color rgb=\"FF9C0006\"/></~font>"
            + "<~fill><~patternFill patternType=\"solid\"><~fgColor rgb=\"FFFFC7CE\"/><~bgColor rgb=\"FFFFC7CE\"/>"
            + "</~patternFill></~fill>" + sides("thin", "FF9C0006") + "</~dxf>";
    private static final String WARNING_MARK = "<~dxf><~font><~b val=\"0\"/><~i/><~color rgb=\"FF7F4F00\"/></~font>"
            + "<~fill><~patternFill patternType=\"solid\"><~fgColor rgb=\"FFFFEB9C\"/><~bgColor rgb=\"FFFFEB9C\"/>"
            + "</~patternFill></~fill>" + sides("dashed", "FF7F4F00") + "</~dxf>";

    private final int firstCellLook;
    private final int firstMark;

    private Looks(int firstCellLook, int firstMark) {
        this.firstCellLook = firstCellLook;
        this.firstMark = firstMark;
    }

    private static String solid(String colour) {
        return "<~fill><~patternFill patternType=\"solid\"><~fgColor rgb=\"%s\"/><~bgColor indexed=\"64\"/></~patternFill></~fill>"
                .formatted(colour);
    }

    private static String frame(String style, String colour) {
        return sides(style, colour).replace("</~border>", "<~diagonal/></~border>");
    }

    private static String sides(String style, String colour) {
        StringBuilder border = new StringBuilder("<~border>");
        for (String side : List.of("left", "right", "top", "bottom")) {
            border.append("<~%s style=\"%s\"><~color rgb=\"%s\"/></~%s>".formatted(side, style, colour, side));
        }
        return border.append("</~border>").toString();
    }

    /** Adds ours to {@code styles}. */
    static Looks addTo(Xml styles) throws UneditableException {
        int fonts = Edition.extend(styles, "fonts", "font", FONTS);
        int fills = Edition.extend(styles, "fills", "fill", FILLS);
        int borders = Edition.extend(styles, "borders", "border", BORDERS);
        List<String> cellLooks = new ArrayList<>();
        for (Look look : Look.values()) {
            cellLooks.add(look.template(fonts, fills, borders));
        }
        int cells = Edition.extend(styles, "cellXfs", "xf", cellLooks);
        int marks = Edition.extend(styles, "dxfs", "dxf", List.of(ERROR_MARK, WARNING_MARK));
        return new Looks(cells, marks);
    }

    /** The number of a look among the workbook's cell formats. */
    int of(Look look) {
        return firstCellLook + List.of(Look.values()).indexOf(look);
    }

    /** The number of a mark among the workbook's conditional looks. */
    int of(Mark mark) {
        return firstMark + List.of(Mark.values()).indexOf(mark);
    }

    /** The two marks of cells, by their name in the condition that shows them. */
    enum Mark {
        ERROR("N(\"tonghop:error\")=0"),
        WARNING("N(\"tonghop:warning\")=0");

        private final String condition;

        Mark(String condition) {
            this.condition = condition;
        }

        /** Always true, and says in any program that saves the workbook anew whose mark it is. */
        String condition() {
            return condition;
        }
    }
}
