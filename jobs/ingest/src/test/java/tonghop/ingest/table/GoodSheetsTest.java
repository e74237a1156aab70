package tonghop.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tonghop.domain.finding.Place;
import tonghop.domain.form.Entry;
import tonghop.domain.form.Form;
import tonghop.domain.form.TableRow;
import tonghop.domain.form.TableRow.Kind;
import tonghop.domain.unit.Unit;
import tonghop.ingest.SmallProvince;
import tonghop.ingest.table.RowLabels.Meaning;

/**
 * Sheets as real offices fill them in, a thousand at random, ask nothing, and every office in them counts.
 *
 * <p>The names of offices are of real tables of several provinces.
 */
class GoodSheetsTest {

    private static final int SHEETS = 1000;
    private static final int MOST_ROWS = 14;
    private static final int MOST_VISITS = 60;
    private static final Form FORM = SmallProvince.RECEPTION;
    private static final Unit SENDER = SmallProvince.on("2023-12-14").get("662");

    private final RowLabels labels = new RowLabels(SmallProvince.names("2023-12-14"), FORM, SENDER);

    @Test
    void ask_nothing_and_every_office_counts() throws IOException {
        List<String> offices = Files.readAllLines(Path.of("src/test/resources/tonghop/ingest/offices.txt"));
        Random random = new Random(13);
        for (int sheet = 0; sheet < SHEETS; sheet++) {
            Collections.shuffle(offices, random);
            List<RowDecisions.Signed> rows =
                    new ArrayList<>(rows(offices.subList(0, 1 + random.nextInt(MOST_ROWS)), random));
            int count = rows.size();
            if (random.nextInt(4) > 0) {
                rows.add(random.nextBoolean() ? 0 : count, total(rows));
            }
            Questions questions = new Questions(Map.of());
            List<TableRow> decided = RowDecisions.of(rows, FORM, Place.inFile("662.xlsx"), questions);
            assertThat(questions.findings())
                    .as("sheet %d: %s", sheet, decided)
                    .noneMatch(finding -> !finding.candidates().isEmpty());
            assertThat(decided.stream().filter(row -> row.kind().isLeaf()))
                    .as("sheet %d: %s", sheet, decided)
                    .hasSize(count);
        }
    }

    private List<RowDecisions.Signed> rows(List<String> offices, Random random) {
        List<RowDecisions.Signed> rows = new ArrayList<>();
        for (String office : offices) {
            int visits = random.nextInt(3) == 0 ? 0 : random.nextInt(MOST_VISITS);
            Map<Integer, Entry> entries = new TreeMap<>();
            entries.put(1, entry(visits));
            entries.put(2, entry(visits + random.nextInt(1 + visits)));
            rows.add(signed(rows.size() + 1, office, entries));
        }
        return rows;
    }

    private RowDecisions.Signed total(List<RowDecisions.Signed> rows) {
        Map<Integer, Entry> entries = new TreeMap<>();
        for (int column = 1; column <= 2; column++) {
            int no = column;
            entries.put(
                    no,
                    entry(rows.stream()
                            .mapToInt(row -> Objects.requireNonNull(
                                            row.row().values().get(no))
                                    .intValue())
                            .sum()));
        }
        return signed(99, "Tổng số", entries);
    }

    private RowDecisions.Signed signed(int number, String label, Map<Integer, Entry> entries) {
        Meaning meaning = labels.of(label);
        Kind kind = Objects.requireNonNull(meaning.kind(), label);
        assertThat(kind).as(label).isIn(Kind.OFFICE, Kind.TOTAL);
        return new RowDecisions.Signed(
                new TableRow(kind, number, label, "A" + number, "662", entries, Map.of()), meaning.sign(), false, true);
    }

    private static Entry entry(int value) {
        return new Entry(java.math.BigDecimal.valueOf(value), null, "C1", Integer.toString(value));
    }
}
