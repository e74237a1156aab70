package tonghop.launch.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tonghop.launch.console.UsageException;
import tonghop.launch.job.LeftOut.Reason;

class InboxTest {

    @TempDir
    private Path folder;

    @Test
    void keeps_two_names_apart_that_only_look_the_same() throws IOException {
        String name = "Huyện Đắk Mil.xlsx";
        Files.writeString(folder.resolve(Normalizer.normalize(name, Normalizer.Form.NFC)), "a");
        Files.writeString(folder.resolve(Normalizer.normalize(name, Normalizer.Form.NFD)), "b");
        assertThat(names(Inbox.unnamed(folder))).containsExactly(name, name + " (2)");
    }

    @Test
    void leaves_out_what_is_no_report_and_says_so() throws IOException {
        for (String name : List.of("README.md", "ghi chú.txt", ".an", "~$662.xlsx", "662.xlsx")) {
            Files.writeString(folder.resolve(name), name);
        }
        Files.createDirectories(folder.resolve(".git/objects"));
        assertThat(names(Inbox.unnamed(folder))).containsExactly("662.xlsx");
        assertThat(contents(Inbox.unnamed(folder)).leftOut())
                .extracting(LeftOut::file)
                .containsExactlyInAnyOrder(".an", ".git", "README.md", "ghi chú.txt", "~$662.xlsx");
    }

    @Test
    void tells_of_links_pipes_and_sockets() throws Exception {
        Path file = Files.writeString(folder.resolve("660.xlsx"), "a");
        Files.createSymbolicLink(folder.resolve("661.xlsx"), file);
        Files.createSymbolicLink(folder.resolve("mất.xlsx"), folder.resolve("nowhere"));
        Files.createSymbolicLink(folder.resolve("thư mục"), Files.createDirectories(folder.resolve(".khac")));
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("662.xlsx").toString())
                        .start()
                        .waitFor())
                .isZero();
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(folder.resolve("663.xlsx")));
            assertThat(names(Inbox.unnamed(folder))).containsExactly("660.xlsx");
            assertThat(contents(Inbox.unnamed(folder)).leftOut())
                    .containsExactly(
                            new LeftOut(".khac", Reason.IGNORED),
                            new LeftOut("661.xlsx", Reason.LINK),
                            new LeftOut("662.xlsx", Reason.NO_FILE),
                            new LeftOut("663.xlsx", Reason.NO_FILE),
                            new LeftOut("mất.xlsx", Reason.LINK),
                            new LeftOut("thư mục", Reason.LINK));
        }
    }

    @Test
    void may_itself_be_a_link() throws IOException {
        Path real = Files.createDirectories(folder.resolve("real"));
        Files.writeString(real.resolve("660.xlsx"), "a");
        Path link = Files.createSymbolicLink(folder.resolve("inbox"), real);
        assertThat(names(Inbox.unnamed(link))).containsExactly("660.xlsx");
    }

    @Test
    void takes_nothing_from_folders_that_we_write_to_by_whatever_way_they_are_named() throws IOException {
        Path real = Files.createDirectories(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("inbox"), real);
        Files.createDirectories(real.resolve("output/67"));
        Files.writeString(real.resolve("output/67/tong-hop.xlsx"), "ours");
        assertThat(link.resolve("output/67/tong-hop.xlsx")).exists();
        assertThat(Inbox.unnamed(link)
                        .contents(List.of(link.resolve("output"), link.resolve("not yet/there")))
                        .files())
                .isEmpty();
    }

    @Test
    void is_no_folder_that_we_write_to() {
        assertThatThrownBy(() -> Inbox.unnamed(folder).contents(List.of(folder.resolve("a/.."))))
                .isInstanceOf(UsageException.class);
    }

    @Test
    void of_several_each_has_a_name_that_its_paths_begin_with() throws IOException {
        Path one = withFile("a/den");
        Path other = withFile("b/gui");
        assertThat(Inbox.of(List.of(one.toString(), other.toString())).stream().flatMap(this::namesIn))
                .containsExactly("den/660.xlsx", "gui/660.xlsx");
        assertThat(Inbox.of(List.of("Bình Định=" + one, other.toString())).stream()
                        .flatMap(this::namesIn))
                .containsExactly("Bình Định/660.xlsx", "gui/660.xlsx");
        assertThat(Inbox.of(List.of(one.toString())).stream().flatMap(this::namesIn))
                .containsExactly("660.xlsx");
    }

    @Test
    void two_of_one_name_are_refused_and_so_is_a_name_that_is_none() throws IOException {
        Path one = withFile("a/inbox");
        Path other = withFile("b/inbox");
        assertThatThrownBy(() -> Inbox.of(List.of(one.toString(), other.toString())))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--inbox NAME=" + other);
        assertThatThrownBy(() -> Inbox.of(List.of("x=" + one, "x=" + other))).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> Inbox.of(List.of("=" + one))).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> Inbox.of(List.of("..=" + one))).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> Inbox.of(List.of("x=" + one + "/nowhere"))).isInstanceOf(UsageException.class);
    }

    @Test
    void a_folder_may_have_an_equals_sign_in_its_name() throws IOException {
        Path folder = withFile("năm=2023");
        assertThat(Inbox.of(List.of(folder.toString())).stream().flatMap(this::namesIn))
                .containsExactly("660.xlsx");
    }

    private Path withFile(String name) throws IOException {
        Path inbox = Files.createDirectories(folder.resolve(name));
        Files.writeString(inbox.resolve("660.xlsx"), name);
        return inbox;
    }

    private Inbox.Contents contents(Inbox inbox) throws IOException {
        return inbox.contents(List.of(folder.resolve("output")));
    }

    private List<String> names(Inbox inbox) throws IOException {
        return contents(inbox).files().stream().map(Inbox.Arrival::name).toList();
    }

    private Stream<String> namesIn(Inbox inbox) {
        try {
            return names(inbox).stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
