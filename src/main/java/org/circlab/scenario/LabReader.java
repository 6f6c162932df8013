package org.circlab.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlab.model.Contract;
import org.circlab.model.DistanceTable;
import org.circlab.model.Event;
import org.circlab.model.Horizon;
import org.circlab.model.Lab;
import org.circlab.model.Material;
import org.circlab.model.OwnIndicator;
import org.circlab.model.Policy;
import org.circlab.model.Recipe;
import org.circlab.model.ScoreWeights;
import org.circlab.model.Season;
import org.circlab.model.Substances;
import org.circlab.model.Timed;
import org.circlab.model.WorkCalendar;

/** A merged tree to a lab, with every finding on the way. */
final class LabReader {

    private static final String FORMAT = "1";
    private static final String CONTRACT = "{ from: tes, to: mine, material: fly-ash, volume: 150 kt/yr }";

    private final Scope scope;
    private final DistanceTable distances;

    private final SubstanceReader substances = new SubstanceReader();

    /** A reader of the lab in {@code scope} with distances that were read already. */
    LabReader(Scope scope, DistanceTable distances) {
        this.scope = scope;
        this.distances = distances;
    }

    /** The lab, or nothing where the findings have errors. */
    Optional<Lab> read() {
        Fields fields = scope.fields();
        format(fields);
        scope.currencies().read(fields);
        String id = fields.requiredText("id", "velenje");
        if (fields.has("id") && scope.findings().sound("id")) {
            scope.isId(id, fields.spot("id"));
        }
        String name = fields.requiredText("name", "Velenje and the Šaleška valley");
        Draft draft = draft(fields);
        Policy policy = PolicyReader.policy(fields, draft.materials());
        List<Event> events = new EventReader(scope, draft).read(fields);
        Substances layer = substances.read(scope);
        List<OwnIndicator> indicators = new IndicatorReader(fields).read();
        ScoreWeights weights = ScoreReader.weights(fields);
        fields.find("distances");
        fields.find("baseline");
        fields.done();
        scope.currencies().check(new Reporter(scope));
        Rules.check(draft, new Reporter(scope));
        new BorderRules(draft, policy.borders(), new Reporter(scope)).check();
        new InterventionRules(draft, policy.interventions(), new Reporter(scope)).check();
        if (!scope.findings().haveErrors()) {
            WorkRules.theRunEnds(draft, draft.exchange(), events, new Reporter(scope));
            new LimitRules(draft, layer, new Reporter(scope)).check();
        }
        if (scope.findings().haveErrors()) {
            return Optional.empty();
        }
        return Optional.of(new Lab(
                id,
                name,
                draft.region(),
                draft.horizon(),
                draft.materials(),
                draft.actors(),
                draft.contracts(),
                draft.haulage(),
                draft.distances(),
                policy,
                draft.exchange(),
                layer,
                events,
                scope.sources(),
                indicators,
                weights));
    }

    private Draft draft(Fields fields) {
        List<Material> materials = FrameReader.materials(fields, substances);
        Map<String, Season> seasons = FrameReader.seasons(fields);
        Map<String, WorkCalendar> calendars = CalendarReader.read(fields);
        Map<String, Recipe> recipes = RecipeReader.read(fields, substances);
        Horizon horizon = FrameReader.horizon(fields);
        return new Draft(
                FrameReader.region(fields),
                horizon,
                materials,
                seasons,
                calendars,
                recipes,
                new ActorReader(new Declared(materials, seasons, calendars, recipes), horizon, substances).read(fields),
                contracts(fields),
                new HaulageReader(calendars).read(fields),
                distances,
                ExchangeReader.exchange(fields));
    }

    private void format(Fields fields) {
        String format = fields.requiredText("circlab", FORMAT);
        if (fields.has("circlab") && scope.findings().sound("circlab") && !format.equals(FORMAT)) {
            scope.report(
                    FindingCode.BAD_VERSION,
                    fields.spot("circlab"),
                    "The format is '" + format + "'; this program reads format 1.",
                    "Write 'circlab: 1', or use the program that the file was written for.");
        }
    }

    private static List<Contract> contracts(Fields lab) {
        List<Contract> contracts = new ArrayList<>();
        lab.each("contracts", "contracts: { mine-fill: " + CONTRACT + " }", (id, member) -> {
            Fields fields = member.fields(CONTRACT);
            contract(id, fields).ifPresent(contracts::add);
            fields.done();
        });
        contracts.sort(Comparator.comparing(Contract::id));
        return contracts;
    }

    private static Optional<Contract> contract(String id, Fields fields) {
        fields.require("from", "tes");
        fields.require("to", "mine");
        fields.require("material", "fly-ash");
        Optional<String> from = fields.id("from", Kind.ACTOR);
        Optional<String> to = fields.id("to", Kind.ACTOR);
        Optional<String> material = fields.id("material", Kind.MATERIAL);
        double tonnesPerYear = fields.requiredNumber("volume", Measure.MASS_FLOW);
        Timed fee = fields.timed("gate-fee", Measure.FEE);
        Contract.Terms terms = TermsReader.terms(fields, fee);
        boolean existing = fields.flag("existing", false);
        if (from.isEmpty() || to.isEmpty() || material.isEmpty()) {
            return Optional.empty();
        }
        long grams = Math.round(tonnesPerYear * 1e6);
        return Optional.of(new Contract(
                id, from.get(), to.get(), material.get(), grams, fee, terms, existing, fields.source("volume")));
    }
}
