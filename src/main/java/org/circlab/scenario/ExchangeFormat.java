package org.circlab.scenario;

import org.circlab.model.Breach;
import org.circlab.model.Exchange;

/** What the format says of contracts and of the exchange. */
final class ExchangeFormat {

    private static final Part BREACH = Part.of(
            "breach",
            Key.of(
                    "by",
                    Shape.words(Breach.Party.values(), Breach.Party::word),
                    "Who may break it; either, where it says nothing.",
                    "donor"),
            Key.of(
                    "chance",
                    Shape.figure(Measure.CHANCE),
                    "The chance that a party breaks it within a year, for no reason of the lab.",
                    "5 %/yr"),
            Key.of(
                    "better-offer",
                    Shape.figure(Measure.PRICE),
                    "By how much another offer must be better, damages deducted, for a party to leave.",
                    "4 EUR/t"),
            Key.of(
                    "damages",
                    Shape.SPAN,
                    "For how long the volume is paid for at the penalty, at most for the rest of the term; 1 yr, where it says nothing.",
                    "180 d"));

    static final Part CONTRACT = Part.of(
            "contract",
            Key.of("from", Shape.id(Kind.ACTOR), "Who gives.", "plant").required(),
            Key.of("to", Shape.id(Kind.ACTOR), "Who takes.", "works").required(),
            Key.of("material", Shape.id(Kind.MATERIAL), "What.", "fly-ash").required(),
            Key.of("volume", Shape.figure(Measure.MASS_FLOW), "How much a year at most.", "40 kt/yr")
                    .required(),
            Key.of("gate-fee", Shape.dated(Measure.FEE), "What the giver pays; negative if the taker does.", "3 EUR/t"),
            Key.of(
                    "term",
                    Part.of(
                            "term",
                            Key.of("from", Shape.DATE, "The first day; contract years begin on it.", "2025-01-01"),
                            Key.of("until", Shape.DATE, "The first day after its end.", "2028-01-01")),
                    "When it is in force; always, where it says nothing.",
                    "{ from: 2025-01-01, until: 2028-01-01 }"),
            Key.of(
                    "take-or-pay",
                    Shape.figure(Measure.MINIMUM),
                    "The share of a year's volume below which who falls short pays.",
                    "80 %"),
            Key.of(
                    "penalty",
                    Shape.figure(Measure.PRICE),
                    "What is paid for each missing tonne; as much as the gate fee where it says nothing.",
                    "5 EUR/t"),
            Key.of(
                    "index",
                    Shape.figure(Measure.YEARLY_RATE),
                    "By what the gate fee rises each contract year, beyond all prices.",
                    "2 %/yr"),
            Key.of("breach", BREACH, "How it can be broken; never, where it says nothing.", "{ chance: 5 %/yr }"),
            Key.of("existing", Shape.FLAG, "Whether it holds today, in business as usual.", "yes"));

    private static final Shape OBJECTIVE = Shape.either(
            Shape.words("net-cost", "ghg"),
            Part.of(
                    "objective",
                    Key.of(
                                    "ghg-value",
                                    Shape.figure(Measure.CARBON_PRICE),
                                    "What emissions count beside the net cost.",
                                    "100 EUR/tCO2e")
                            .required()));

    private static final Part TRUST = Part.of(
            "trust",
            Key.of(
                            "premium",
                            Shape.figure(Measure.PRICE),
                            "What an actor with a hurdle asks for beyond it where it does not trust at all.",
                            "8 EUR/t")
                    .required(),
            Key.of("start", Shape.figure(Measure.FRACTION), "Trust in who is not known.", "50 %"),
            Key.of(
                    "fades",
                    Shape.SPAN,
                    "In what time experience comes to count half; never, where it says nothing.",
                    "2 yr"),
            Key.of(
                    "late",
                    Shape.SPAN,
                    "By how much longer than its journey a consignment may take to be in time.",
                    "2 d"));

    private static final Part APART = Part.of(
            "pair",
            Key.of("from", Shape.id(Kind.ACTOR), "Who would give.", "plant").required(),
            Key.of("to", Shape.id(Kind.ACTOR), "Who would take.", "mill").required(),
            Key.of("material", Shape.id(Kind.MATERIAL), "What.", "fly-ash").required());

    static final Part EXCHANGE = Part.of(
                    "exchange",
                    Key.of(
                            "rule",
                            Shape.words(Exchange.Rule.values(), Exchange.Rule::word),
                            "To whom offers go.",
                            "cheapest"),
                    Key.of("every", Shape.SPAN, "The time from one round to the next.", "1 wk")
                            .requiredWith("rule", "on"),
                    Key.of("on", Shape.words("arrival"), "Or each lot is matched as it arises.", "arrival"),
                    Key.of(
                            "objective",
                            OBJECTIVE,
                            "What an optimal round makes as small as it can.",
                            "{ ghg-value: 100 EUR/tCO2e }"),
                    Key.of(
                            "look-ahead",
                            Shape.figure(Measure.ROUNDS),
                            "How many rounds more an optimal round is solved with.",
                            "4"),
                    Key.of(
                            "trust",
                            TRUST,
                            "How actors learn to trust each other; fully from the start, where it says nothing.",
                            "{ premium: 8 EUR/t }"),
                    Key.of(
                            "apart",
                            Shape.byId(APART),
                            "Pairs that the exchange does not match in a material; contracts are their own.",
                            "{ rivals: { from: plant, to: mill, material: fly-ash } }"))
            .withOneOf("every", "on");

    private ExchangeFormat() {}
}
