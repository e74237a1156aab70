package tonghop.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import tonghop.domain.finding.FindingCode;

/**
 * Reads .xls record by record. POI's model of a whole workbook would refuse the statistics office's own lists, which
 * lack a record that it insists on.
 */
final class XlsReader {

    private XlsReader() {}

    static List<GridBuilder> read(Path file, Budget budget) throws UnreadableFileException {
        XlsRecords listener = new XlsRecords(budget);
        HSSFRequest request = new HSSFRequest();
        request.addListenerForAllRecords(listener);
        try (POIFSFileSystem compound = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = compound.getRoot();
            String stream = FileKind.workbookStream(root.getEntryNames()).orElse("Workbook");
            try (InputStream records = root.createDocumentInputStream(stream)) {
                new HSSFEventFactory().processEvents(request, records);
            }
        } catch (XlsRecords.Stop e) {
            throw e.reason();
        } catch (EncryptedDocumentException e) {
            throw new UnreadableFileException(FindingCode.PASSWORD_PROTECTED);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // POI tells of damaged files by many unchecked exceptions; none of them is a fault of ours.
            throw UnreadableFileException.damaged("xls");
        }
        return listener.sheets();
    }
}
