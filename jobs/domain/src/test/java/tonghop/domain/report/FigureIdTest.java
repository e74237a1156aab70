package tonghop.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tonghop.domain.UnitLevel;

class FigureIdTest {

    @ParameterizedTest
    @EnumSource
    void reads_what_it_writes(UnitLevel level) {
        FigureId part = FigureId.of("petitions.received", level);
        assertThat(FigureId.parse(part.toString())).isEqualTo(part);
        assertThat(part.isPart()).isTrue();
    }

    @Test
    void stands_in_brackets_after_the_id() {
        assertThat(FigureId.of("petitions.received", UnitLevel.COMMUNE))
                .hasToString("petitions.received[level=commune]");
        assertThat(FigureId.of("petitions.received")).hasToString("petitions.received");
    }

    @Test
    void takes_what_it_does_not_know_for_an_id() {
        assertThat(FigureId.parse("petitions.received[level=street]"))
                .isEqualTo(FigureId.of("petitions.received[level=street]"));
    }
}
