package org.circlab.experiment.synergy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.circlab.experiment.Experiment;
import org.circlab.experiment.Outcome;
import org.circlab.experiment.Plan;
import org.circlab.experiment.Progress;
import org.circlab.experiment.Sinks;
import org.circlab.experiment.search.Threshold;
import org.circlab.experiment.synergy.BreakEven.Criterion;
import org.circlab.experiment.synergy.BreakEven.Kind;
import org.circlab.ledger.Accounts;
import org.circlab.score.Estimate;
import org.circlab.score.Joining;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Synergies of labs that are reckoned by hand, and laws on the lab of Velenje. */
class AssessorTest {

    private static final Path VELENJE = Path.of("scenarios/velenje.yaml");

    @TempDir
    Path folder;

    private static BreakEven find(Assessment assessment, Kind kind) {
        return assessment.breakEvens().stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static double number(String text) {
        return Double.parseDouble(text.substring(0, text.indexOf(' ')));
    }

    private static Threshold above(BreakEven each, Criterion criterion) {
        return Objects.requireNonNull(each.of(criterion).above());
    }

    /** 65 + 0.9 x 12 - 8 - 2 = 65.8 EUR/t, over 0.12 EUR/tkm. */
    @Test
    void theDistanceOfBreakEvenIsThatOfTheFormula() {
        Assessment assessment = Written.of(folder, Written.PAIR).assess(1, new Question(1, 0));
        BreakEven distance = find(assessment, Kind.DISTANCE);
        assertThat(distance.paysNow()).isTrue();
        assertThat(distance.path()).isEqualTo("distances.plant.mill.truck");
        double formula = 65.8 / 0.12;
        Threshold trades = above(distance, Criterion.TRADES);
        assertThat(number(trades.fails())).isLessThanOrEqualTo(formula);
        assertThat(number(trades.does())).isGreaterThan(formula).isLessThanOrEqualTo(1.01 * number(trades.fails()));
        Threshold pays = above(distance, Criterion.PAYS);
        assertThat(number(pays.fails())).isCloseTo(formula, within(0.01 * formula));
        assertThat(number(pays.does())).isCloseTo(formula, within(0.01 * formula));
        assertThat(distance.trades().below()).isNull();
    }

    /** Distances in a table beside the scenario can be moved like those in it, and those of other pairs stay. */
    @Test
    void distancesOfATableBreakEvenWhereThoseOfAMapDo() throws IOException {
        String map = Written.PAIR
                .replace("distances: {", "distances: { mill: { quarry: 3 km },")
                .replace(
                        "  mill:\n",
                        "  quarry: { needs: { sand: { mean: 1 t/yr, virgin: { price: 1 EUR/t } } } }\n  mill:\n");
        BreakEven inMap = find(Written.of(folder, map).assess(1, new Question(1, 0)), Kind.DISTANCE);
        Files.writeString(folder.resolve("km.csv"), "from,to,km\nplant,mill,100\nmill,quarry,3\n");
        String table = map.replaceFirst("(?m)^distances: .*$", "distances: km.csv");
        assertThat(find(Written.of(folder, table).assess(1, new Question(1, 0)), Kind.DISTANCE))
                .isEqualTo(inMap);
        assertThat(number(above(inMap, Criterion.TRADES).does())).isGreaterThan(548);
    }

    /** At 300 km 29.8 EUR/t are left: disposal must become cheaper by so much, but virgin stone cannot. */
    @Test
    void pricesOfBreakEvenAreThoseOfTheFormula() {
        String taxed = Written.PAIR
                .replace("disposal: { fee: 65 EUR/t }", "disposal: { fee: 25 EUR/t, tax: 40 EUR/t }")
                .replace("price: 12 EUR/t", "price: 40 EUR/t")
                .replace("mill: 100 km", "mill: 700 km");
        Assessment assessment = Written.of(folder, taxed).assess(1, new Question(1, 0));
        BreakEven virgin = find(assessment, Kind.VIRGIN_PRICE);
        double formula = (700 * 0.12 + 10 - 65) / 0.9;
        Threshold below = Objects.requireNonNull(virgin.trades().below());
        assertThat(number(below.fails())).isGreaterThanOrEqualTo(formula);
        assertThat(number(below.does())).isLessThan(formula).isGreaterThan(0.98 * formula);
        assertThat(virgin.trades().above()).isNull();
        assertThat(virgin.lowest()).isEqualTo("0 EUR/t");
        assertThat(find(assessment, Kind.CARBON_PRICE).trades().isNone()).isTrue();
        assertThat(find(assessment, Kind.CARBON_PRICE).pays().isNone()).isTrue();
    }

    /** Each end that is told is run as a user would run it. */
    @Test
    void bothEndsHoldInARunOfTheirOwn() {
        Written pair = Written.of(folder, Written.PAIR);
        BreakEven distance = find(pair.assess(1, new Question(1, 0)), Kind.DISTANCE);
        Threshold ends = above(distance, Criterion.TRADES);
        Synergy synergy = distance.synergy();
        long now = exchanged(pair.outcome(1), synergy);
        assertThat(exchanged(pair.outcome(1, distance.path() + "=" + ends.fails()), synergy))
                .isGreaterThanOrEqualTo(now / 2);
        assertThat(exchanged(pair.outcome(1, distance.path() + "=" + ends.does()), synergy))
                .isLessThan(now / 2);
    }

    private static long exchanged(Outcome outcome, Synergy synergy) {
        Accounts accounts = outcome.variant().get(0);
        return Pair.grams(accounts, route -> true).getOrDefault(Pair.of(synergy), 0L);
    }

    /** Two plants make the same offer to the one mill, and each alone would do: 2/3, 1/6 and 1/6 of the stone that is saved. */
    @Test
    void theGameOfGlovesOnALab() {
        Assessment assessment = Written.of(folder, Written.GLOVES).assess(2, new Question(0, 2));
        assertThat(assessment.credits())
                .extracting(each -> each.synergy().donor())
                .containsExactlyInAnyOrder("mill", "east", "west");
        double saved = assessment.together().get(Gain.VIRGIN.ordinal()).mean();
        assertThat(saved).isCloseTo(1826.25, within(15.0));
        for (Credit credit : assessment.credits()) {
            boolean left = credit.synergy().donor().equals("mill");
            double value = Objects.requireNonNull(credit.shapley())
                    .get(Gain.VIRGIN.ordinal())
                    .mean();
            assertThat(value).isCloseTo(saved * (left ? 2.0 / 3 : 1.0 / 6), within(0.01 * saved));
            assertThat(credit.lost(Gain.VIRGIN).mean()).isCloseTo(left ? saved : 0, within(0.01 * saved));
        }
    }

    /** What the lab loses without the only synergy is what it gains by the exchange, and that is the difference from the baseline. */
    @Test
    void aLoneSynergyBringsAllThatTheExchangeDoes() {
        String atOnce = Written.PAIR.replace("rule: optimal, every: 1 wk", "rule: cheapest, on: arrival");
        Assessment assessment = Written.of(folder, atOnce).assess(3, new Question(0, 3));
        Credit credit = assessment.credits().get(0);
        assertThat(assessment.credits()).hasSize(1);
        assertThat(credit.shapley()).isEqualTo(assessment.together());
        assertThat(credit.lost()).isEqualTo(assessment.together());
        for (Gain gain : Gain.values()) {
            double difference = assessment
                    .outcome()
                    .scorecard()
                    .indicator(gain.indicator())
                    .difference()
                    .mean();
            double sign = gain == Gain.EXCHANGED ? 1 : -1;
            assertThat(credit.lost(gain).mean()).isCloseTo(sign * difference, within(1e-6));
        }
        assertThat(credit.donorGain().mean() + credit.receiverGain().mean())
                .isCloseTo(credit.lost(Gain.COST).mean(), within(1e-6));
        assertThat(credit.hasSpace()).isTrue();
        assertThat(assessment.joining().answer()).isEqualTo(Joining.Answer.ALL_GAIN);
    }

    /** The prices at which both gain: at either end one of them gains nothing. */
    @Test
    void theSpaceOfCooperationEndsWhereOneGainsNothing() {
        Assessment assessment = Written.of(folder, Written.PAIR).assess(1, new Question(0, 0));
        Credit credit = assessment.credits().get(0);
        double tonnes = credit.synergy().tonnesPerYear();
        assertThat(credit.donorGain().mean() - tonnes * credit.mostEurosPerTonne())
                .isCloseTo(0, within(1e-6));
        assertThat(credit.receiverGain().mean() + tonnes * credit.leastEurosPerTonne())
                .isCloseTo(0, within(1e-6));
        assertThat(credit.mostEurosPerTonne() - credit.leastEurosPerTonne()).isCloseTo(65.8 - 12, within(1.0));
    }

    @Test
    void withoutItIsWhatARunWithItsChangesIs() {
        Written velenje = Written.at(VELENJE);
        Assessment assessment = velenje.assess(2, new Question(0, 0));
        Credit credit = assessment.credits().get(1);
        Outcome without = velenje.outcome(2, credit.synergy().without().toArray(String[]::new));
        assertThat(exchanged(without, credit.synergy()))
                .isEqualTo(Pair.grams(assessment.outcome().baseline().get(0), route -> true)
                        .getOrDefault(Pair.of(credit.synergy()), 0L));
        for (Gain gain : Gain.values()) {
            double with = assessment
                    .outcome()
                    .scorecard()
                    .indicator(gain.indicator())
                    .variant()
                    .mean();
            double left =
                    without.scorecard().indicator(gain.indicator()).variant().mean();
            double sign = gain == Gain.EXCHANGED ? 1 : -1;
            assertThat(credit.lost(gain).mean()).isCloseTo(sign * (with - left), within(1e-6 * Math.abs(with)));
        }
        assertThat(without.baseline()).isEqualTo(assessment.outcome().baseline());
    }

    @Test
    void sharesAddUpInEveryKindOfGain() {
        Assessment assessment = Written.at(VELENJE).assess(1, new Question(0, 1));
        assertThat(assessment.credits()).hasSizeBetween(3, Assessment.MOST_PLAYERS);
        for (Gain gain : Gain.values()) {
            Estimate together = assessment.together().get(gain.ordinal());
            double sum = assessment.credits().stream()
                    .mapToDouble(each -> Objects.requireNonNull(each.shapley())
                            .get(gain.ordinal())
                            .mean())
                    .sum();
            assertThat(sum).isCloseTo(together.mean(), within(1e-6 * (1 + Math.abs(together.mean()))));
        }
        int players = assessment.credits().size();
        int smaller = (1 << players) - 1 - players;
        assertThat(assessment.runs()).isEqualTo(players + smaller);
    }

    /** Nine plants give to one mill, each less than the one before. */
    @Test
    void ofMoreThanEightTheLargestAreAssessedAndNoSharesAreReckoned() {
        StringBuilder plants = new StringBuilder();
        for (int i = 1; i <= 9; i++) {
            plants.append("  p%d: { generates: { ash: { mean: %d t/yr, every: 1 d, disposal: { fee: 65 EUR/t } } } }%n"
                    .formatted(i, 400 - 20 * i));
        }
        String many = Written.PAIR
                .replace(
                        "  plant: { generates: { ash: { mean: 3652.5 t/yr, every: 1 d, disposal: { fee: 65 EUR/t } } } }\n",
                        plants)
                .replace(
                        "distances: { plant: { mill: 100 km } }",
                        "distances: { mill: { "
                                + IntStream.rangeClosed(1, 9)
                                        .mapToObj(i -> "p" + i + ": 9 km")
                                        .collect(Collectors.joining(", "))
                                + " } }");
        Written written = Written.of(folder, many);
        Outcome outcome = written.outcome(1);
        Assessment assessment = Assessor.assess(written.labs(), outcome, new Question(1, 3), Progress.NONE);
        assertThat(assessment.realised().synergies())
                .extracting(Synergy::donor)
                .startsWith("p1", "p2")
                .hasSize(9);
        assertThat(assessment.credits()).hasSize(8).allMatch(credit -> credit.shapley() == null);
        assertThat(assessment.shapleyReplications()).isZero();
        assertThat(assessment.together()).isEmpty();
        assertThat(assessment.breakEvens())
                .isNotEmpty()
                .allMatch(each -> each.synergy().donor().equals("p1"));
        assertThat(Assessor.assess(written.labs(), outcome, new Question(9, 3), Progress.NONE)
                        .credits())
                .hasSize(9);
    }

    @Test
    void threadsChangeNothing() {
        Written gloves = Written.of(folder, Written.GLOVES);
        Outcome one = gloves.outcome(2);
        Plan plan = new Plan(one.plan().lab(), one.plan().baseline(), 2, 1, 3);
        Outcome three = Experiment.run(plan, Sinks.NONE, Progress.NONE);
        Question question = new Question(2, 2);
        Assessment first = Assessor.assess(gloves.labs(), one, question, Progress.NONE);
        Assessment second = Assessor.assess(gloves.labs(), three, question, Progress.NONE);
        assertThat(second.credits()).isEqualTo(first.credits());
        assertThat(second.breakEvens()).isEqualTo(first.breakEvens());
        assertThat(second.joining()).isEqualTo(first.joining());
    }

    @Test
    void progressCountsEveryQuestionOnce() {
        Written gloves = Written.of(folder, Written.GLOVES);
        List<Integer> heard = new ArrayList<>();
        List<Integer> of = new ArrayList<>();
        Assessor.assess(gloves.labs(), gloves.outcome(1), new Question(1, 1), (done, all) -> {
            heard.add(done);
            of.add(all);
        });
        assertThat(heard)
                .isEqualTo(IntStream.rangeClosed(1, heard.size()).boxed().toList());
        assertThat(of).containsOnly(heard.size());
    }
}
