package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    @ParameterizedTest
    @CsvSource({
        "kitten, sitting, 3",
        "meen, mean, 1",
        "maen, mean, 1",
        "mean, mean, 0",
        "'', mean, 4",
        "fly-ash, flyash, 1",
        "ca, abc, 3"
    })
    void editsAsPublished(String from, String to, int edits) {
        assertThat(Suggestion.edits(from, to)).isEqualTo(edits);
    }

    @Test
    void editsAreADistance() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            String one = word(random);
            String other = word(random);
            int edits = Suggestion.edits(one, other);
            assertThat(edits)
                    .isEqualTo(Suggestion.edits(other, one))
                    .isBetween(Math.abs(one.length() - other.length()), Math.max(one.length(), other.length()));
            assertThat(edits == 0).isEqualTo(one.equals(other));
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(7); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }

    @Test
    void onlyWhatIsNearIsSuggested() {
        List<String> keys = List.of("mean", "every", "spread", "season");
        assertThat(Suggestion.nearest("saeson", keys)).contains("season");
        assertThat(Suggestion.nearest("Mean", keys)).contains("mean");
        assertThat(Suggestion.nearest("quality", keys)).isEmpty();
        assertThat(Suggestion.maybe("quality", keys)).isEqualTo("There are every, mean, season, spread.");
        assertThat(Suggestion.maybe("x", List.of("only"))).isEqualTo("There is only.");
        assertThat(Suggestion.maybe("x", List.of())).isEmpty();
        assertThat(Suggestion.nearest("x".repeat(5000), List.of("y".repeat(5000))))
                .isEmpty();
    }
}
