package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {

    @TempDir
    private Path folder;

    @Test
    void keeps_two_names_apart_that_only_look_the_same() throws IOException {
        String name = "Huyện Đắk Mil.xlsx";
        Files.writeString(folder.resolve(Normalizer.normalize(name, Normalizer.Form.NFC)), "a");
        Files.writeString(folder.resolve(Normalizer.normalize(name, Normalizer.Form.NFD)), "b");
        assertThat(new Inbox(folder, folder.resolve("output")).files())
                .extracting(Inbox.Arrival::name)
                .containsExactly(name, name + " (2)");
    }

    @Test
    void leaves_out_what_is_no_report() throws IOException {
        for (String name : new String[] {"README.md", "ghi chú.txt", ".an", "~$662.xlsx", "662.xlsx"}) {
            Files.writeString(folder.resolve(name), name);
        }
        assertThat(new Inbox(folder, folder.resolve("output")).files())
                .extracting(Inbox.Arrival::name)
                .containsExactly("662.xlsx");
    }
}
