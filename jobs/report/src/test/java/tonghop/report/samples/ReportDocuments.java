package tonghop.report.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tonghop.report.samples.DocumentDrawing.Style;
import tonghop.report.sheet.ReproducibleZip;

/** Draws the documents in {@code templates/reports/}: the text and styles beside the samples, in an official layout. */
final class ReportDocuments {

    private static final String RESOURCES = "jobs/report/src/test/resources/tonghop/report/samples/reports";
    private static final List<Integer> HEAD = List.of(3402, 5669);
    private static final List<Integer> SIGNATURE = List.of(4253, 4818);

    private static final int AGENCY_LINE = 1134;
    private static final int MOTTO_LINE = 3119;
    private static final int PARTY_LINE = 4082;
    private static final int TITLE_LINE = 1701;
    private static final int TEXT_WIDTH = 9071;

    private ReportDocuments() {}

    /** Writes all of them below {@code folder}. */
    static void writeTo(Path folder) throws IOException {
        write(administration().document(), folder.resolve("bao-cao.docx"));
        write(party().document(), folder.resolve("mau-khac/bao-cao-dang.docx"));
    }

    private static DocumentDrawing administration() throws IOException {
        DocumentDrawing agency = new DocumentDrawing()
                .paragraph(Style.CENTRED_BOLD, "", size(24), "ỦY BAN NHÂN DÂN")
                .paragraph(Style.CENTRED_BOLD, "", size(24), "{{DON-VI}}")
                .line(HEAD.get(0), AGENCY_LINE)
                .paragraph(Style.CENTRED, "", size(26), "Số:        /BC-UBND");
        DocumentDrawing state = new DocumentDrawing()
                .paragraph(Style.CENTRED_BOLD, "", size(24), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .paragraph(Style.CENTRED_BOLD, "Độc lập - Tự do - Hạnh phúc")
                .line(HEAD.get(1), MOTTO_LINE)
                .paragraph(Style.CENTRED_ITALIC, "{{dia-danh}}, ngày      tháng      năm {{nam}}");
        DocumentDrawing recipients = recipients(List.of("Như trên;", "Lưu: VT, NC."));
        DocumentDrawing signer = new DocumentDrawing()
                .paragraph(Style.CENTRED_BOLD, "TM. ỦY BAN NHÂN DÂN")
                .paragraph(Style.CENTRED_BOLD, "CHỦ TỊCH");
        return whole(
                agency,
                state,
                "BÁO CÁO",
                "Kính gửi:                                        ",
                recipients,
                signer,
                text());
    }

    private static DocumentDrawing party() throws IOException {
        DocumentDrawing agency = new DocumentDrawing()
                .paragraph(Style.CENTRED_BOLD, "{{CAP-UY}}")
                .paragraph(Style.CENTRED, "*")
                .paragraph(Style.CENTRED, "Số:        -BC/{{ky-hieu-cap-uy}}");
        DocumentDrawing partyHead = new DocumentDrawing()
                .paragraph(Style.CENTRED_BOLD, "", size(30), "ĐẢNG CỘNG SẢN VIỆT NAM")
                .line(HEAD.get(1), PARTY_LINE)
                .paragraph(Style.CENTRED_ITALIC, "{{dia-danh}}, ngày      tháng      năm {{nam}}");
        DocumentDrawing recipients = recipients(List.of("Như trên;", "Lưu Văn phòng {{cap-uy}}."));
        DocumentDrawing signer = new DocumentDrawing()
                .paragraph(Style.CENTRED_BOLD, "T/M BAN THƯỜNG VỤ")
                .paragraph(Style.CENTRED, "PHÓ BÍ THƯ");
        List<String> text = text().stream()
                .map(line -> line.replace("{{ubnd}}", "{{cap-uy}}"))
                .toList();
        return whole(
                agency,
                partyHead,
                "BÁO CÁO",
                "Kính gửi:                                        ",
                recipients,
                signer,
                text);
    }

    private static DocumentDrawing whole(
            DocumentDrawing agency,
            DocumentDrawing right,
            String type,
            String addressee,
            DocumentDrawing recipients,
            DocumentDrawing signer,
            List<String> text) {
        DocumentDrawing document = new DocumentDrawing()
                .columns(HEAD, List.of(agency, right))
                .paragraph(Style.CENTRED_BOLD, "<w:spacing w:before=\"360\"/>", "", type)
                .paragraph(Style.CENTRED_BOLD, "Kết quả thực hiện công tác dân vận chính quyền")
                .paragraph(Style.CENTRED_BOLD, "{{ky}}")
                .line(TEXT_WIDTH, TITLE_LINE)
                .paragraph(
                        Style.CENTRED,
                        "<w:spacing w:before=\"120\" w:after=\"120\"/>",
                        "",
                        addressee.strip() + " …………………………………")
                .text(text);
        // With the last sentence: whoever signs must not stand alone on a page.
        document.paragraph(Style.CENTRED, "<w:keepNext/>", "", "")
                .columns(SIGNATURE, List.of(recipients, signer))
                .endOfMainDocument();
        return appendix(document);
    }

    private static DocumentDrawing recipients(List<String> names) {
        DocumentDrawing cell = new DocumentDrawing().paragraph(Style.RECIPIENTS, "Nơi nhận:");
        names.forEach(name -> cell.paragraph(Style.RECIPIENT, "- " + name));
        return cell;
    }

    private static DocumentDrawing appendix(DocumentDrawing document) {
        return document.paragraph(Style.CENTRED_BOLD, "Phụ lục")
                .paragraph(Style.CENTRED_BOLD, "SỐ LIỆU TỔNG HỢP CÔNG TÁC DÂN VẬN CHÍNH QUYỀN")
                .paragraph(Style.CENTRED_BOLD, "{{KY}}")
                .paragraph(Style.CENTRED_ITALIC, "(Kèm theo Báo cáo số        ngày      tháng      năm {{nam}})")
                .paragraph(Style.CAPTION, "Tỷ lệ")
                .table(
                        List.of(567, 2665, 1134, 964, 964, 1247, 1530),
                        List.of("TT", "Chỉ số", "Kết quả", "Tử số", "Mẫu số", "So với cùng kỳ", "Ghi chú"),
                        row("chi-so", "stt", "ten", "gia-tri", "tu-so", "mau-so", "cung-ky", "ghi-chu"),
                        2)
                .paragraph(Style.CAPTION, "Số liệu")
                .table(
                        List.of(567, 3572, 1134, 1134, 1247, 1417),
                        List.of("TT", "Chỉ tiêu", "Đơn vị tính", "Số liệu", "So với cùng kỳ", "Ghi chú"),
                        row("chi-tieu", "stt", "ten", "don-vi-tinh", "gia-tri", "cung-ky", "ghi-chu"),
                        2)
                .paragraph(Style.CAPTION, "Số liệu đơn vị tự nêu, không cộng lên cấp trên")
                .table(
                        List.of(567, 2268, 3005, 1247, 1984),
                        List.of("TT", "Đơn vị", "Chỉ tiêu", "Số liệu", "Ghi chú"),
                        row("rieng", "stt", "don-vi", "ten", "gia-tri", "ghi-chu"),
                        3)
                .paragraph(Style.CAPTION, "Mô hình “Dân vận khéo”")
                .table(
                        List.of(567, 3572, 2381, 2551),
                        List.of("TT", "Tên mô hình", "Đơn vị thực hiện", "Lĩnh vực"),
                        List.of(
                                "{{muc:02/DVK.stt}}",
                                "{{muc:02/DVK.name}}",
                                "{{muc:02/DVK.unit}}",
                                "{{muc:02/DVK.field}}"),
                        9)
                .paragraph(Style.CAPTION, "Tình hình gửi báo cáo")
                .table(
                        List.of(567, 3402, 1020, 1021, 1020, 1020, 1021),
                        List.of(
                                "TT",
                                "Đơn vị",
                                "Số biểu phải gửi",
                                "Đã nhận",
                                "Trong đó trễ hạn",
                                "Bị trả lại",
                                "Chưa gửi"),
                        row("don-vi", "stt", "ten", "phai-gui", "da-gui", "tre-han", "tra-lai", "chua-gui"),
                        2)
                .paragraph(
                        Style.BODY,
                        "",
                        size(24),
                        "Chỉ tiêu không có trong Phụ lục là chưa có số liệu; tỷ lệ ghi “không tính” là có mẫu số bằng 0. "
                                + "[[Biểu chưa đơn vị nào gửi: {{bieu-thieu}}.]]");
    }

    private static List<String> row(String prefix, String... columns) {
        return Stream.of(columns)
                .map(column -> "{{%s.%s}}".formatted(prefix, column))
                .toList();
    }

    private static String size(int halfPoints) {
        return "<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/>".formatted(halfPoints, halfPoints);
    }

    private static List<String> text() throws IOException {
        return Files.readAllLines(Repository.folder(RESOURCES).resolve("bao-cao.txt"));
    }

    private static void write(String document, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path parts = Repository.folder(RESOURCES).resolve("parts");
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(zip)) {
            for (Path part : filesBelow(parts)) {
                add(parts.relativize(part).toString().replace('\\', '/'), Files.readAllBytes(part), archive);
            }
            add("word/document.xml", document.getBytes(StandardCharsets.UTF_8), archive);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            ReproducibleZip.write(zip::writeTo, out);
        }
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
        return files;
    }

    private static void add(String name, byte[] content, ZipOutputStream archive) throws IOException {
        archive.putNextEntry(new ZipEntry(name));
        archive.write(content);
        archive.closeEntry();
    }
}
