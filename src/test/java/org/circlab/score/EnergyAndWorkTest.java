package org.circlab.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Channel;
import org.circlab.model.Actor;
import org.circlab.model.Copies;
import org.circlab.model.Grade;
import org.circlab.model.Lab;
import org.circlab.model.Line;
import org.circlab.model.Operation;
import org.circlab.model.Recipe;
import org.circlab.model.Recipe.Effort;
import org.junit.jupiter.api.Test;

/** Four years: 400 t of ash to lines are 100 t a year. */
class EnergyAndWorkTest {

    private static final long TONNE = 1_000_000;
    private static final Lab PLAIN = LabFixture.lab(4);
    private static final Effort ONE = new Effort(OptionalDouble.of(0.5), OptionalDouble.of(172));
    private static final Effort OTHER = new Effort(OptionalDouble.of(0.6), OptionalDouble.of(172));

    /** The lab with lines of an actor that work so; the first of its three is left as it is unless it takes ash. */
    private static Lab with(Lab lab, String actor, List<Recipe.Added> adds, Effort... efforts) {
        List<Actor> actors = new ArrayList<>();
        for (Actor each : lab.actors()) {
            List<Line> lines = new ArrayList<>(each.lines());
            if (each.id().equals(actor)) {
                lines.removeIf(line -> line.recipe().takes().contains("ash"));
                for (Effort effort : efforts) {
                    lines.add(line("l" + lines.size(), each.lines().get(1), adds, effort));
                }
            }
            actors.add(Copies.withLines(each, lines));
        }
        return Copies.withActors(lab, actors);
    }

    private static Line line(String id, Line like, List<Recipe.Added> adds, Effort effort) {
        Recipe recipe = like.recipe();
        return Copies.withRecipe(
                like,
                id,
                new Recipe(
                        id,
                        id,
                        recipe.operation(),
                        recipe.takes(),
                        adds,
                        recipe.outputs(),
                        0.2,
                        0.1,
                        0,
                        0,
                        OptionalDouble.empty(),
                        effort,
                        recipe.source()));
    }

    private static Accounts ash(String to, Operation operation, long tonnes) {
        Bookkeeper books = new Bookkeeper(PLAIN);
        books.arise("a1", "ash", Grade.MEASURED, tonnes * TONNE);
        books.move("a1", to, "ash", operation, Channel.EXCHANGE, tonnes * TONNE);
        return books.close();
    }

    private static double read(Lab lab, Accounts accounts, String id) {
        return IndicatorsTest.reading(Indicators.of(lab, accounts), id);
    }

    @Test
    void whatLinesReceiveCountsByWhatTheyStateForATonne() {
        Lab lab = with(PLAIN, "a0", List.of(), ONE);
        assertThat(read(lab, ash("a0", Operation.R5, 400), "energy-used")).isCloseTo(50, within(1e-12));
        assertThat(read(lab, ash("a0", Operation.R5, 400), "jobs")).isCloseTo(10, within(1e-12));
        assertThat(read(lab, ash("a0", Operation.R3, 400), "energy-used"))
                .as("to its need")
                .isZero();
    }

    /** A tonne with a quarter of water in it is four thirds of a tonne of input. */
    @Test
    void whatRecipesAddIsInputToo() {
        Recipe.Added water = new Recipe.Added("water", Recipe.Origin.WATER, 0.25, 0, 0);
        Lab lab = with(PLAIN, "a0", List.of(water), ONE);
        assertThat(read(lab, ash("a0", Operation.R5, 300), "energy-used")).isCloseTo(50, within(1e-12));
    }

    @Test
    void whereNobodyStatesItNeitherApplies() {
        for (String id : List.of("energy-used", "jobs")) {
            assertThat(read(PLAIN, ash("a0", Operation.R5, 400), id)).isNaN();
            Lab lab = with(PLAIN, "a0", List.of(), ONE);
            assertThat(read(lab, ash("a2", Operation.R5, 400), id))
                    .as("received by a line that does not state it")
                    .isZero();
        }
        assertThat(Indicators.measures(PLAIN, PLAIN)).extracting(Measure::id).doesNotContain("energy-used");
        assertThat(Indicators.measures(with(PLAIN, "a0", List.of(), ONE), PLAIN))
                .extracting(Measure::id)
                .contains("energy-used");
    }

    /** Accounts do not tell at which of two lines of an actor it arrived. */
    @Test
    void linesOfAnActorMustAgree() {
        Accounts accounts = ash("a0", Operation.R5, 400);
        assertThat(read(with(PLAIN, "a0", List.of(), ONE, ONE), accounts, "energy-used"))
                .isCloseTo(50, within(1e-12));
        Lab apart = with(PLAIN, "a0", List.of(), ONE, OTHER);
        assertThat(read(apart, accounts, "energy-used")).isNaN();
        assertThat(read(apart, accounts, "jobs")).as("they agree in work").isCloseTo(10, within(1e-12));
        assertThat(read(with(PLAIN, "a0", List.of(), ONE, Effort.UNKNOWN), accounts, "jobs"))
                .isNaN();
    }

    /** The plant is yet to be built: as usual it takes no work, which is known, unless others work in its place. */
    @Test
    void aPlantThatIsPlannedBringsItsJobs() {
        Lab planned = with(PLAIN, "a0", List.of(), ONE);
        Lab usual = with(PLAIN, "a0", List.of());
        Accounts nothing = new Bookkeeper(PLAIN).close();
        for (String id : List.of("jobs", "energy-used")) {
            Compared built = compared(planned, usual, nothing, id);
            assertThat(built.baseline().mean()).isZero();
            assertThat(built.difference().mean())
                    .isEqualTo(built.variant().mean())
                    .isPositive();
            assertThat(compared(planned, usual, ash("a2", Operation.R5, 8), id)
                            .baseline()
                            .mean())
                    .isNaN();
        }
    }

    private static Compared compared(Lab variant, Lab usual, Accounts asUsual, String id) {
        return Scorecard.of(
                        new Replications(variant, List.of(ash("a0", Operation.R5, 400))),
                        new Replications(usual, List.of(asUsual)))
                .indicator(id);
    }

    @Test
    void theExplanationTellsWhatIsNotCounted() {
        Lab lab = with(PLAIN, "a0", List.of(), ONE);
        Bookkeeper books = new Bookkeeper(PLAIN);
        books.arise("a1", "ash", Grade.MEASURED, 500 * TONNE);
        books.move("a1", "a0", "ash", Operation.R5, Channel.EXCHANGE, 400 * TONNE);
        books.move("a1", "a2", "ash", Operation.R5, Channel.EXCHANGE, 100 * TONNE);
        Replications runs = new Replications(lab, List.of(books.close()));
        Explanation explanation = Explanation.of(runs, runs, "energy-used").orElseThrow();
        List<Term> terms = explanation.variant().terms();
        assertThat(terms.get(0).value()).isCloseTo(50, within(1e-12));
        assertThat(terms.get(0).parts()).singleElement().extracting(Part::to).isEqualTo("a0");
        assertThat(terms.get(1).value()).isCloseTo(25, within(1e-12));
    }
}
