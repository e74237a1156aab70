package tonghop.ingest;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tonghop.domain.Form;
import tonghop.ingest.sheet.Grid;
import tonghop.ingest.text.VietnameseText;

/** Tells which form a sheet is, by its number, its title and other signs above the table. */
final class FormRecognition {

    private static final int FOR_NUMBER = 3;
    private static final int FOR_TITLE = 2;
    private static final int FOR_SIGN = 2;

    /** A form's number where it is printed, alone or after 'Biểu số': it rules every other form out. */
    private static final Pattern PRINTED_NUMBER =
            Pattern.compile("^(?:biểu(?: mẫu)?(?: số)?\\s*:?\\s*)?(\\d{2}/[a-zđ]{2,6}|[ivx]+\\.\\d{2}[a-d]?)(?:/.*)?$");

    private final List<Form> forms;

    FormRecognition(List<Form> forms) {
        this.forms = forms;
    }

    /** The forms with the most signs; several versions of one form have the same. Empty if nothing speaks for any. */
    List<Form> formsOf(Grid grid) {
        Head head = Head.of(grid, Integer.MAX_VALUE);
        List<String> printed = head.lines().stream()
                .map(line -> PRINTED_NUMBER.matcher(line.text().toLowerCase(Locale.ROOT)))
                .filter(Matcher::matches)
                .map(number -> number.group(1))
                .toList();
        String text = VietnameseText.key(
                String.join("\n", head.lines().stream().map(Head.Line::text).toList()));
        List<Form> possible = forms.stream()
                .filter(form -> printed.isEmpty() || printed.stream().anyMatch(number -> isNumberOf(form, number)))
                .toList();
        int best = possible.stream().mapToInt(form -> signs(form, text)).max().orElse(0);
        return best == 0
                ? List.of()
                : possible.stream()
                        .filter(form -> signs(form, text) == best)
                        .sorted(Comparator.comparing(Form::id))
                        .toList();
    }

    /** II.06 is printed with the letter of its variant, II.06a. */
    private static boolean isNumberOf(Form form, String printed) {
        String id = form.id().toLowerCase(Locale.ROOT);
        return printed.startsWith(id) && printed.substring(id.length()).matches("[a-d]?");
    }

    private static int signs(Form form, String text) {
        Pattern number = Pattern.compile("(?<![\\w./])" + Pattern.quote(VietnameseText.key(form.id())) + "(?![\\w/])");
        int signs = number.matcher(text).find() ? FOR_NUMBER : 0;
        signs += text.contains(VietnameseText.key(form.title())) ? FOR_TITLE : 0;
        return signs
                + form.signs().stream()
                        .map(VietnameseText::key)
                        .filter(text::contains)
                        .limit(1)
                        .mapToInt(sign -> FOR_SIGN)
                        .sum();
    }
}
