package tonghop.launch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A folder of a thousand files, good, bad and hostile, the same for every run of a test. */
final class ThousandFiles {

    private static final int COUNT = 1000;

    private final Random random = new Random(1000);
    private final Path folder;
    private final List<byte[]> samples = new ArrayList<>();
    private final Set<String> expected = new TreeSet<>();

    private ThousandFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes them into {@code folder}.
     *
     * @return the names by which a run has to account for them
     */
    static Set<String> in(Path folder) throws Exception {
        ThousandFiles files = new ThousandFiles(folder);
        try (Stream<Path> samples = Files.walk(Tonghop.ROOT.resolve("input-samples"))) {
            for (Path sample : samples.filter(path -> path.toString().endsWith(".xlsx"))
                    .sorted()
                    .toList()) {
                files.samples.add(Files.readAllBytes(sample));
            }
        }
        files.addGood();
        files.addBad();
        files.addHostile();
        files.addArchives();
        while (files.expected.size() < COUNT) {
            byte[] hurt = files.sample();
            for (int flips = 0; flips < 1 + files.random.nextInt(20); flips++) {
                hurt[files.random.nextInt(hurt.length)] ^= (byte) (1 << files.random.nextInt(8));
            }
            files.add("hong/lat-bit-%04d.xlsx".formatted(files.expected.size()), hurt);
        }
        return files.expected;
    }

    private byte[] sample() {
        return samples.get(random.nextInt(samples.size())).clone();
    }

    private void add(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        expected.add(name);
    }

    /** Each sample as it is, of other years, sent again, and sent twice under two names. */
    private void addGood() throws IOException {
        for (int index = 0; index < samples.size(); index++) {
            for (int years = 0; years < 3; years++) {
                int back = years;
                byte[] shifted = edited(samples.get(index), (part, text) -> back == 0 ? text : yearsBack(text, back));
                for (int copy = 0; copy < 4; copy++) {
                    String note = "lần " + copy;
                    byte[] sent = copy == 1
                            ? shifted
                            : edited(
                                    shifted,
                                    (part, text) -> part.equals("docProps/app.xml")
                                            ? text.replace("</Prop", "<!--" + note + "--></Prop")
                                            : text);
                    add("tot/%02d-%d nam/lan %d.xlsx".formatted(index, years, copy), sent);
                }
            }
        }
    }

    private static String yearsBack(String text, int years) {
        String moved = text;
        for (int year = 2015; year <= 2023; year++) {
            moved = moved.replace("/" + year, "/" + (year - years));
        }
        return moved;
    }

    private void addBad() throws IOException {
        List<BinaryOperator<String>> hurts = List.of(
                (part, text) -> text.replaceFirst("t=\"n\"><v>[\\d.]+</v>", "t=\"n\"><v>-7</v>"),
                (part, text) -> text.replaceFirst("t=\"n\"><v>[\\d.]+</v>", "t=\"n\"><v>5.59</v>"),
                (part, text) -> text.replaceFirst("t=\"n\"><v>([\\d.]+)</v>", "t=\"n\"><v>9$1</v>"),
                (part, text) ->
                        text.replace("UBND HUYỆN", "UBND HUYỆN KHÔNG CÓ").replace("UBND QUẬN", "UBND QUẬN LẠ"),
                (part, text) -> text.replace("đến ngày", "tới lúc"),
                (part, text) -> text.replace("14/", "31/"),
                (part, text) -> text.replaceAll("\\d\\d/(?:TCD|XLD|KQGQ|DVK)", "99/LA"),
                (part, text) -> text.replaceAll("<f>[^<]*</f>", "<f>[1]Sheet1!A1</f>"),
                (part, text) -> text.replaceAll("</f><v>[^<]*</v>", "</f>"));
        for (int number = 0; number < 225; number++) {
            add(
                    "xau/%03d.xlsx".formatted(number),
                    edited(samples.get(number % samples.size()), hurts.get(number % hurts.size())));
        }
    }

    private void addHostile() throws Exception {
        byte[] locked = locked(samples.get(0));
        for (int number = 0; number < 15; number++) {
            byte[] cut = sample();
            add("hong/cut-%02d.xlsx".formatted(number), Arrays.copyOf(cut, 1 + random.nextInt(cut.length - 1)));
            byte[] noise = new byte[random.nextInt(20_000)];
            random.nextBytes(noise);
            add("hong/nhieu-%02d.xlsx".formatted(number), noise);
            add("hong/mat-khau-%02d.xlsx".formatted(number), Arrays.copyOf(locked, locked.length + number));
            add(
                    "hong/anh-%02d.xlsx".formatted(number),
                    text("\u0089PNG\r\n\u001a\n" + number, StandardCharsets.ISO_8859_1));
            add("hong/van-ban-%02d.pdf".formatted(number), text("%PDF-1.7\n" + number, StandardCharsets.US_ASCII));
            add(
                    "hong/trang-%02d.xls".formatted(number),
                    text("<html><table><tr><td>" + number, StandardCharsets.UTF_8));
            add(
                    "hong/ngoac-%02d.csv".formatted(number),
                    text("a;b\n\"" + "x;y\n".repeat(3000 + number), StandardCharsets.UTF_8));
            add("hong/rong-%02d.xlsx".formatted(number), new byte[number == 0 ? 0 : number]);
            add("hong/" + "dài ".repeat(40).strip() + number + ".xlsx", sample());
            add("hong/json-%02d.json".formatted(number), text("[".repeat(1 + number * 500), StandardCharsets.UTF_8));
        }
        add("hong/bom.xlsx", withSheet("<row r=\"1\">" + "<c/>".repeat(3_000_000) + "</row>"));
        add("hong/vung-rong.xlsx", withSheet(emptyRows()));
        add("hong/sau.xlsx", withSheet("<x>".repeat(200_000)));
        add(
                "hong/dtd.xlsx",
                edited(
                        samples.get(0),
                        (part, text) -> part.startsWith("xl/worksheets/sheet")
                                ? text.replaceFirst(
                                        "<worksheet",
                                        "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet")
                                : text));
        add("hong/xlsb.xlsb", edited(samples.get(0), (part, text) -> text, "xl/workbook.bin"));
    }

    private void addArchives() throws IOException {
        byte[] inner = zip("trong.xlsx", samples.get(1), "ghi chú.txt", new byte[0]);
        Files.write(folder.resolve("nop.zip"), zip("a/660.xlsx", samples.get(2), "../../ngoai.xlsx", samples.get(3)));
        expected.add("nop.zip/a/660.xlsx");
        expected.add("nop.zip/ngoai.xlsx");
        Files.write(
                folder.resolve("hai-lop.zip"),
                zip("lop.zip", inner, "x.pdf", text("%PDF-1.4", StandardCharsets.US_ASCII)));
        expected.add("hai-lop.zip/lop.zip/trong.xlsx");
        expected.add("hai-lop.zip/x.pdf");
        add("ba-lop.zip", zip("mot.zip", zip("hai.zip", inner, "y.xlsx", samples.get(0)), "z.xlsx", samples.get(0)));
        add("trong-rong.zip", zip("README.md", new byte[0], ".an", new byte[0]));
        add("bom.zip", zip("lon.csv", new byte[120 << 20], "n.csv", new byte[0]));
    }

    private static String emptyRows() {
        StringBuilder rows = new StringBuilder();
        for (int row = 1; row <= 300_000; row++) {
            rows.append("<row r=\"").append(row).append("\"/>");
        }
        return rows.toString();
    }

    private byte[] withSheet(String rows) throws IOException {
        return edited(
                samples.get(0),
                (part, text) -> part.equals("xl/worksheets/sheet1.xml")
                        ? text.replaceFirst("(?s)<sheetData>.*</sheetData>", "<sheetData>" + rows + "</sheetData>")
                        : text);
    }

    /** Every part of a workbook that is XML, rewritten. */
    private static byte[] edited(byte[] workbook, BinaryOperator<String> edit, String... morePieces)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                put(out, entry.getName(), edit.apply(entry.getName(), text).getBytes(StandardCharsets.UTF_8));
            }
            for (String name : morePieces) {
                put(out, name, new byte[] {1, 2, 3});
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String name, byte[] content, String other, byte[] otherContent) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            put(out, name, content);
            put(out, other, otherContent);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    private static byte[] locked(byte[] workbook) throws Exception {
        Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
        encryptor.confirmPassword("1234");
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            try (OutputStream out = encryptor.getDataStream(files)) {
                out.write(workbook);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            files.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] text(String text, Charset charset) {
        return text.getBytes(charset);
    }
}
