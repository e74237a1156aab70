package tonghop.launch.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class HarmlessTest {

    private final StringWriter terminal = new StringWriter();

    @ParameterizedTest
    @CsvSource({"001b, escape", "009b, a C1 introducer", "202e, right to left", "2066, an isolate", "200f, a mark"})
    @CsvSource({"0007, bell", "0008, backspace", "000d, carriage return", "2028, a separator", "0000, nothing"})
    void text_shows_what_would_steer_a_terminal(String code, String name) {
        String character = Character.toString(Integer.parseInt(code, 16));
        Harmless.over(terminal).print("a" + character + "b");
        assertThat(terminal).as(name).hasToString("a\\u" + code + "b");
        assertThat(Harmless.line("a" + character + "b")).isEqualTo("a\\u" + code + "b");
    }

    @Test
    void text_keeps_its_letters_and_the_ends_of_its_lines() {
        String text = "Huyện Đắk R’Lấp, 1.234,5 đồng · “x”\t– 𝄞\r\nCư Jút\n";
        PrintWriter out = Harmless.over(terminal);
        out.print(text);
        out.write('\n');
        out.write(new char[] {'x', 'a', '\u001b', 'x'}, 1, 2);
        assertThat(terminal).hasToString(text + "\na\\u001b");
    }

    @Test
    void a_line_stays_one() {
        assertThat(Harmless.line("a.xlsx\nb.xlsx: accepted\r\n"))
                .isEqualTo("a.xlsx\\u000ab.xlsx: accepted\\u000d\\u000a");
    }

    @Test
    void json_says_the_same_as_before() {
        String name = "a\u202Eb\u009Bc";
        String json = JsonMapper.shared().writeValueAsString(name);
        Harmless.over(terminal).print(json);
        assertThat(terminal).hasToString("\"a\\u202eb\\u009bc\"");
        assertThat(JsonMapper.shared().readTree(terminal.toString()).asString()).isEqualTo(name);
    }

    @Test
    void a_table_is_aligned_by_what_is_shown() {
        TextTable table = new TextTable("tn").row("a\u001b[2J\nb", "1").row("x", "22");
        assertThat(table.lines("")).containsExactly("a\\u001b[2J\\u000ab   1", "x                  22");
    }
}
