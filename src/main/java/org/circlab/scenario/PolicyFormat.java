package org.circlab.scenario;

import java.util.Arrays;
import java.util.stream.Stream;
import org.circlab.model.Operation;
import org.circlab.model.Operation.Treatment;

/** The format of what the state asks, pays for, forbids and caps. */
final class PolicyFormat {

    private static final Shape OPERATION = new Shape.Words(Stream.concat(
                    Arrays.stream(Operation.values()).map(Operation::code),
                    Arrays.stream(Treatment.values()).map(Treatment::word))
            .toList());

    private static final Key MATERIALS = Key.of(
            "materials", Shape.list(Shape.id(Kind.MATERIAL)), "Of these materials; any if not said.", "[fly-ash]");
    private static final Key CODES =
            Key.of("codes", Shape.list(Shape.WASTE_CODE), "And of all materials with these codes.", "[\"10 01 02\"]");
    private static final Key RECEIVERS =
            Key.of("receivers", Shape.list(Shape.id(Kind.ACTOR)), "At these actors; at any if not said.", "[mill]");

    private static final Part SUBSIDY = Part.of(
            "subsidy",
            Key.of("pays", Shape.dated(Measure.PRICE), "What the state pays for each tonne received.", "10 EUR/t")
                    .required(),
            Key.of("to", new Shape.Words(PolicyReader.PAID), "Whom; the receiver if not said.", "donor"),
            operations("For what; any operation if not said."),
            MATERIALS,
            CODES,
            RECEIVERS);

    private static final Part BAN = Part.of(
            "ban",
            operations("What nobody may do any more.").required(),
            MATERIALS,
            CODES,
            RECEIVERS,
            Key.of("from", Shape.DATE, "The first day; always if not said.", "2028-01-01"),
            Key.of("until", Shape.DATE, "The first day on which it is allowed again.", "2030-01-01"));

    private static final Part QUOTA = Part.of(
            "quota",
            Key.of(
                            "most",
                            Shape.dated(Measure.MASS_FLOW),
                            "The most that is disposed of in a calendar year.",
                            "50 kt/yr")
                    .required(),
            Key.of(
                    "penalty",
                    Shape.figure(Measure.PRICE),
                    "What who delivers pays for each tonne beyond; nothing is taken beyond if not said.",
                    "150 EUR/t"),
            operations("What counts; any disposal if not said."),
            MATERIALS,
            CODES,
            RECEIVERS);

    private static final Part BORDER = Part.of(
            "border",
            Key.of("notice", Shape.SPAN, "How long after the run begins waste may first cross.", "60 d")
                    .required());

    static final Part POLICY = Part.of(
            "policy",
            Key.of("landfill-tax", Shape.dated(Measure.PRICE), "Tax on waste that is landfilled.", "11 EUR/t"),
            Key.of("carbon-price", Shape.dated(Measure.CARBON_PRICE), "What emitting costs.", "75 EUR/tCO2e"),
            Key.of("discount-rate", Shape.figure(Measure.YEARLY_RATE), "Interest on investments.", "5 %/yr"),
            Key.of(
                    "borders",
                    Shape.byId(Shape.either(Shape.words("ban", "free"), BORDER)),
                    "What waste may cross, by pair of countries, EU or non-EU: from where to where.",
                    "{ EU-non-EU: ban, SI-BA: { notice: 60 d } }"),
            Key.of(
                    "subsidies",
                    Shape.byId(SUBSIDY),
                    "What the state pays for.",
                    "{ ash: { pays: 10 EUR/t, operations: [recycling] } }"),
            Key.of(
                    "bans",
                    Shape.byId(BAN),
                    "What nobody may do with waste from some day on.",
                    "{ ash: { operations: [landfill], materials: [fly-ash], from: 2028-01-01 } }"),
            Key.of(
                    "quotas",
                    Shape.byId(QUOTA),
                    "What may be disposed of at most in a year.",
                    "{ landfill: { most: 50 kt/yr, operations: [landfill] } }"));

    private PolicyFormat() {}

    private static Key operations(String about) {
        return Key.of("operations", Shape.list(OPERATION), about, "[landfill, R1]");
    }
}
