package tonghop.domain.finding;

import tonghop.domain.Require;

/**
 * What a sender says to a finding, in the workbook that came back ('giải trình').
 *
 * @param key of the finding that it answers, see {@link Finding#key}
 * @param reason as chosen from the list, or for a question the candidate chosen; may be empty
 * @param text in the sender's own words; may be empty
 */
public record Answer(String key, String reason, String text) {

    public Answer {
        Require.that(!reason.isBlank() || !text.isBlank(), "an answer that says nothing, to %s", key);
    }
}
