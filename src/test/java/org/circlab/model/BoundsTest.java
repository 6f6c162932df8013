package org.circlab.model;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.circlab.model.Line.Finance;
import org.circlab.model.Recipe.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number of the model at the edge of what it takes: the last that is taken, the first that is not, and no number. */
class BoundsTest {

    private static final Interval DAILY = new Interval(Horizon.DAY_MILLIS, new Spread.None());
    private static final Spread NONE = new Spread.None();
    private static final Timed ZERO = Timed.constant(0);
    private static final Disposal CHEAPEST = new Disposal.Cheapest();

    static Stream<Arguments> numbers() {
        return Stream.of(streams(), processes(), costs()).flatMap(each -> each);
    }

    private static Stream<Arguments> streams() {
        return Stream.of(
                number("mean of 'ash'", 0, -1e-9, mean -> arising(Timed.constant(mean))),
                number("mean of need 'n'", 0, -1e-9, mean -> need(Timed.constant(mean), 0, 0, 0)),
                number("virgin price of need 'n'", 0, -0.01, price -> need(ZERO, price, 0, 0)),
                number("virgin ghg of need 'n'", -9, Double.POSITIVE_INFINITY, ghg -> need(ZERO, 0, ghg, 0)),
                number("ratio of 'ash'", Double.MIN_VALUE, 0, ratio -> new Need.Accepted("ash", ratio, ZERO)),
                number(
                        "reach of 'ash'",
                        Double.POSITIVE_INFINITY,
                        -1,
                        km -> new Need.Accepted("ash", 1, ZERO).within(km)),
                number("gate fee of contract 'c'", -9, Double.NEGATIVE_INFINITY, fee -> contract(0, fee)),
                number("fee of a disposal route", -9, Double.POSITIVE_INFINITY, fee -> outside(fee, 0, 0, 0)),
                number("tax of a disposal route", 0, -1, tax -> outside(0, tax, 0, 0)),
                number("ghg of a disposal route", -9, Double.NEGATIVE_INFINITY, ghg -> outside(0, 0, ghg, 0)),
                number("distance of a disposal route", 0, -0.001, km -> outside(0, 0, 0, km)),
                number(
                        "distance from 'a' to 'b'",
                        0,
                        Double.POSITIVE_INFINITY,
                        km -> new DistanceTable(Map.of("a", Map.of("b", km)))));
    }

    private static Stream<Arguments> processes() {
        return Stream.of(
                number("capacity of line 'l'", Double.MIN_VALUE, 0, capacity -> line(capacity, 0)),
                number("loss to air of process 'p'", 0, -0.1, loss -> recipe(loss, 0, 0, 0)),
                number("loss to water of process 'p'", 0, -0.1, loss -> recipe(0, loss, 0, 0)),
                number("cost of process 'p'", -9, Double.POSITIVE_INFINITY, cost -> recipe(0, 0, cost, 0)),
                number("ghg of process 'p'", -9, Double.POSITIVE_INFINITY, ghg -> recipe(0, 0, 0, ghg)),
                number("share of addition 'lime'", 1, 1.1, share -> added(share, 0, 0)),
                number("share of addition 'lime'", Double.MIN_VALUE, 0, share -> added(share, 0, 0)),
                number("price of addition 'lime'", 0, -1, price -> added(0.5, price, 0)),
                number("ghg of addition 'lime'", -1, Double.POSITIVE_INFINITY, ghg -> added(0.5, 0, ghg)),
                number("share of output 'board'", 1, 1.1, share -> output(share, 0)),
                number("share of output 'board'", Double.MIN_VALUE, 0, share -> output(share, 0)),
                number(
                        "price of a market",
                        -9,
                        Double.POSITIVE_INFINITY,
                        price -> new Recipe.Market(Timed.constant(price), 0)),
                number("avoided ghg of a market", 0, -1, ghg -> new Recipe.Market(ZERO, ghg)),
                number(
                        "energy of a process",
                        0,
                        -1,
                        energy -> new Recipe.Effort(OptionalDouble.of(energy), OptionalDouble.empty())),
                number(
                        "work of a process",
                        0,
                        -1,
                        work -> new Recipe.Effort(OptionalDouble.empty(), OptionalDouble.of(work))));
    }

    private static Stream<Arguments> costs() {
        return Stream.of(
                number("investment", 0, -1, euros -> new Finance(euros, 1, 0)),
                number("life", 0, -1, years -> new Finance(0, years, 0)),
                number("life of an investment", Double.MIN_VALUE, 0, years -> new Finance(1, years, 0)),
                number("fixed cost", 0, -1, euros -> new Finance(0, 0, euros)),
                number("cost of the truck", 0, -0.1, cost -> mode(1, cost, 1, 1, 0)),
                number("speed of the truck", Double.MIN_VALUE, 0, speed -> mode(1, 0, speed, 1, 0)),
                number("detour of the truck", 1, Math.nextDown(1.0), detour -> mode(1, 0, 1, detour, 0)),
                number("ghg of the truck", 0, -0.1, ghg -> mode(1, 0, 1, 1, ghg)),
                number("cost of handling", 0, -0.1, euros -> new Haulage.Handling(0, 0, euros)),
                number("VIRGIN_PRICE of 'n' that an event sets", 0, -1, price -> set(Field.Kind.VIRGIN_PRICE, price)),
                number(
                        "NEED_FEE of 'n' that an event sets",
                        -9,
                        Double.POSITIVE_INFINITY,
                        fee -> set(Field.Kind.NEED_FEE, fee)),
                number(
                        "LINE_CAPACITY of 'n' that an event sets",
                        Double.MIN_VALUE,
                        0,
                        rate -> set(Field.Kind.LINE_CAPACITY, rate)),
                number(
                        "factor by which an event scales CARBON_PRICE",
                        0,
                        -0.1,
                        factor -> new Event.Scale(Field.of(Field.Kind.CARBON_PRICE, Part.LAB), factor)),
                number("landfill tax", 0, -1, tax -> new Policy(Timed.constant(tax), ZERO, 0)),
                number("carbon price", 0, -1, price -> new Policy(ZERO, Timed.constant(price), 0)),
                number("discount rate", 0, -0.01, rate -> new Policy(ZERO, ZERO, rate)));
    }

    private static Arguments number(String name, double taken, double refused, DoubleConsumer record) {
        return arguments(name, taken, refused, record);
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("numbers")
    void aNumberIsTakenUpToItsBound(String name, double taken, double refused, DoubleConsumer record) {
        assertThatCode(() -> record.accept(taken)).doesNotThrowAnyException();
        assertThatThrownBy(() -> record.accept(refused))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(\\Q" + name + "\\E|a dated value).* is \\Q" + refused + "\\E; it must be .*");
        assertThatThrownBy(() -> record.accept(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(".*(life|" + "\\Q" + name + "\\E|a dated value).* is NaN; it must be .*");
    }

    static Stream<Arguments> wholeNumbers() {
        return Stream.of(
                whole("volume of contract 'c'", 0, grams -> contract(grams, 0)),
                whole("load of 'ash'", 0, grams -> arising(false, NONE, grams, List.of())),
                whole("store of need 'n'", 0, grams -> need(ZERO, 0, 0, grams)),
                whole("store of line 'l'", 0, grams -> line(1, grams)),
                whole("servers of line 'l'", 1, servers -> line(1, (int) servers, 0)),
                whole("load of output 'board'", 0, grams -> output(1, grams)),
                whole("payload of the truck", 1, grams -> mode(grams, 0, 1, 1, 0)),
                whole("time of loading", 0, millis -> new Haulage.Handling(millis, 0, 0)),
                whole("time of unloading", 0, millis -> new Haulage.Handling(0, millis, 0)),
                whole("trucks of fleet 'f'", 1, trucks -> new Haulage.Fleet("f", "a", (int) trucks, 1, "truck", null)),
                whole("payload of fleet 'f'", 1, grams -> new Haulage.Fleet("f", "a", 1, grams, "truck", null)),
                whole("capacity of the store of 'ash'", 1, grams -> new Store("ash", grams, 1, false)),
                whole("shelf life in the store of 'ash'", 1, millis -> new Store("ash", 1, millis, false)),
                whole("time between rounds of the exchange", 0, millis -> new Exchange(Exchange.Rule.NEAREST, millis)),
                whole("inhabitants of the region", 0, people -> new Region("", people)));
    }

    private static Arguments whole(String name, long least, LongConsumer record) {
        return arguments(name, least, record);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wholeNumbers")
    void aWholeNumberIsTakenFromItsLeastOn(String name, long least, LongConsumer record) {
        assertThatCode(() -> record.accept(least)).doesNotThrowAnyException();
        String advice = least == 0 ? "Maybe the sign is wrong?" : "Maybe it was left out?";
        assertThatThrownBy(() -> record.accept(least - 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(name + " is " + (least - 1) + "; it must be at least " + least + ". " + advice);
    }

    @Test
    void modesAndFleetsShareNoNameAndFleetsHaveAMode() {
        Haulage.Mode truck = mode(1, 0, 1, 1, 0);
        Haulage.Mode rail = new Haulage.Mode("rail", 1, Timed.constant(0), 1, 1, 0, Haulage.Handling.NONE, null);
        Haulage.Fleet fleet = new Haulage.Fleet("rail", "a", 1, 1, "truck", null);
        assertThatThrownBy(() -> new Haulage(truck, List.of(rail), List.of(fleet)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("share names: [truck, haulier, rail, rail]");
        Haulage.Fleet barges = new Haulage.Fleet("barges", "a", 1, 1, "barge", null);
        assertThatThrownBy(() -> new Haulage(truck, List.of(rail), List.of(barges)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the mode of fleet 'barges' is 'barge', which is none of ");
        assertThatThrownBy(() -> new Haulage(truck, List.of(), List.of()).carrier("rail", "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no mode or fleet 'rail'");
    }

    @Test
    void aReceiverIsPreferredOnce() {
        assertThatThrownBy(() -> new Preference(List.of("a", "b", "a"), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a receiver is preferred twice: [a, b, a]");
        assertThatThrownBy(() -> new Preference(List.of(), Map.of("ash", List.of("b", "b"))))
                .hasMessage("a receiver is preferred twice: [b, b]");
    }

    @ParameterizedTest
    @MethodSource("countries")
    void aCountryHasTwoCapitalLetters(String country, boolean taken) {
        if (taken) {
            assertThatCode(() -> new Region(country, 1)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> new Region(country, 1))
                    .hasMessage("country of the region is '" + country
                            + "'; it must be a code of two capital letters or empty. Maybe SI or GR?");
        }
    }

    static Stream<Arguments> countries() {
        return Stream.of(
                arguments("", true),
                arguments("SI", true),
                arguments("si", false),
                arguments("SVN", false),
                arguments("S", false));
    }

    private static Event.Change set(Field.Kind kind, double value) {
        return new Event.SetTo(Field.of(kind, new Part(kind.of(), "a", "n")), value);
    }

    private static Arising arising(Timed mean) {
        return new Arising("ash", mean, DAILY, false, NONE, null, null, 0, false, CHEAPEST, "", List.of(), Source.NONE);
    }

    private static Arising arising(boolean continuous, Spread spread, long ships, List<Arising.Batch> recorded) {
        return new Arising(
                "ash", ZERO, DAILY, continuous, spread, null, null, ships, false, CHEAPEST, "", recorded, Source.NONE);
    }

    @Test
    void aContinuousStreamNeedsALoadAndNeitherScattersNorIsRecorded() {
        assertThatCode(() -> arising(true, NONE, 1, List.of())).doesNotThrowAnyException();
        assertThatThrownBy(() -> arising(true, NONE, 0, List.of())).hasMessageContaining("needs the load");
        assertThatThrownBy(() -> arising(true, new Spread.Exponential(), 1, List.of()))
                .hasMessageContaining("neither scatters");
        assertThatThrownBy(() -> arising(true, NONE, 1, List.of(new Arising.Batch(0, 1))))
                .hasMessageContaining("nor is recorded");
        InUse products = new InUse(2000, List.of(1.0), 0, 0, new Lifetime.Fixed(1));
        Horizon year = new Horizon(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1), LocalDate.of(2025, 1, 1));
        Arising recorded = arising(false, NONE, 0, List.of(new Arising.Batch(0, 1)));
        assertThatThrownBy(() -> recorded.from(products, year)).hasMessageContaining("from products in use");
    }

    private static Need need(Timed mean, double price, double ghg, long store) {
        return new Need(
                "n",
                mean,
                DAILY,
                NONE,
                null,
                null,
                Timed.constant(price),
                ghg,
                List.of(),
                Operation.R5,
                store,
                Source.NONE);
    }

    @Test
    void anEventDoesSomethingThatCanBeDone() {
        Event.At at = new Event.At(LocalDate.EPOCH);
        Event.Change close = new Event.Close(new Part(Part.Kind.ACTOR, "", "a"));
        assertThatThrownBy(() -> new Event("e", at, null, List.of()))
                .hasMessage("event 'e' changes nothing; it must change something");
        assertThatThrownBy(() -> new Event("e", new Event.Every(DAILY), null, List.of(close)))
                .hasMessage("event 'e' comes again and again; it must end each time");
        assertThatThrownBy(() -> new Event.Close(Part.LAB)).hasMessage("an event closes a LAB; it cannot be closed");
        assertThatThrownBy(() -> Field.of(Field.Kind.SITE_FEE, Part.LAB))
                .hasMessage("the field SITE_FEE belongs to a SITE; it is said to be of a LAB");
    }

    private static Haulage.Mode mode(long payload, double cost, double speed, double detour, double ghg) {
        return new Haulage.Mode(
                "truck", payload, Timed.constant(cost), speed, detour, ghg, Haulage.Handling.NONE, null);
    }

    private static Contract contract(long grams, double fee) {
        return new Contract("c", "a", "b", "ash", grams, Timed.constant(fee), true, Source.NONE);
    }

    private static Disposal outside(double fee, double tax, double ghg, double km) {
        return new Disposal.Outside(fee, tax, ghg, km);
    }

    private static Line line(double capacity, long store) {
        return line(capacity, 1, store);
    }

    private static Line line(double capacity, int parallel, long store) {
        return new Line(
                "l",
                recipe(0, 0, 0, 0),
                Timed.constant(capacity),
                NONE,
                parallel,
                null,
                null,
                store,
                Map.of(),
                Finance.NONE,
                true,
                Source.NONE);
    }

    private static Recipe recipe(double air, double water, double cost, double ghg) {
        List<Recipe.Output> outputs = List.of(output(1, 0));
        return new Recipe("p", "P", Operation.R5, List.of(), List.of(), outputs, air, water, cost, ghg, Source.NONE);
    }

    private static Recipe.Added added(double share, double price, double ghg) {
        return new Recipe.Added("lime", Origin.VIRGIN, share, price, ghg);
    }

    private static Recipe.Output output(double share, long ships) {
        return new Recipe.Output("board", share, ships, "", CHEAPEST, null);
    }
}
