package org.circlab.scenario;

import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.circlab.model.Actor;
import org.circlab.model.Contract;
import org.circlab.model.Material;

/** A contract joins an actor that has a material to one that takes it. */
final class ContractRules {

    private ContractRules() {}

    static void theReceiverTakesIt(Draft draft, Reporter reporter) {
        withActor(draft, reporter, true, (contract, receiver) -> {
            if (receiver.takes(contract.material())) {
                return;
            }
            if (contract.from().equals(contract.to())) {
                reporter.report(
                        FindingCode.CONTRACT_NOT_RECEIVED,
                        path(contract, "to"),
                        "'" + receiver.id() + "' is the donor and the receiver, and has no use for '"
                                + contract.material() + "' itself.",
                        "Name in 'to' who takes it over; what stays with an actor needs no contract.");
                return;
            }
            TreeSet<String> taken = new TreeSet<>();
            draft.materials().stream()
                    .map(material -> material.id())
                    .filter(material -> receiver.takes(material))
                    .forEach(taken::add);
            reporter.report(
                    FindingCode.CONTRACT_NOT_RECEIVED,
                    path(contract, "material"),
                    "'" + receiver.id() + "' takes no '" + contract.material() + "' in any line, need or site.",
                    (Suggestion.maybe(contract.material(), taken) + " Add it to what '" + receiver.id()
                                    + "' takes, or name another receiver.")
                            .strip());
        });
    }

    static void theReceiverIsPermitted(Draft draft, Reporter reporter) {
        Map<String, Material> materials = draft.materialsById();
        withActor(draft, reporter, true, (contract, receiver) -> {
            Material material = materials.get(contract.material());
            if (material != null && receiver.takes(material.id()) && !receiver.mayTake(material)) {
                reporter.report(
                        FindingCode.CONTRACT_NOT_PERMITTED,
                        path(contract, "material"),
                        "The permits of '" + receiver.id() + "' do not let it take '" + contract.material()
                                + "' for anything that it does.",
                        "Add the code or the operation to actors." + receiver.id() + ".permits.");
            }
        });
    }

    static void theDonorHasIt(Draft draft, Reporter reporter) {
        withActor(draft, reporter, false, (contract, donor) -> {
            if (Draft.gives(donor).noneMatch(contract.material()::equals)) {
                reporter.report(
                        FindingCode.CONTRACT_NOT_GIVEN,
                        path(contract, "from"),
                        "'" + donor.id() + "' never has '" + contract.material()
                                + "': it neither generates it nor yields it in a line.",
                        (Suggestion.maybe(
                                                contract.material(),
                                                Draft.gives(donor).collect(Collectors.toList()))
                                        + " Name another donor, or swap 'from' and 'to' if they are confused.")
                                .strip());
            }
        });
    }

    static void whatExistsNeedsNoPlannedLine(Draft draft, Reporter reporter) {
        withActor(draft, reporter, true, (contract, receiver) -> {
            boolean now = receiver.withoutPlannedLines().takes(contract.material());
            if (contract.existing() && !now && receiver.takes(contract.material())) {
                reporter.report(
                        FindingCode.CONTRACT_NOT_STANDING,
                        path(contract, "existing"),
                        "The contract exists, but '" + receiver.id() + "' takes '" + contract.material()
                                + "' only in a line that does not, so business as usual leaves it out.",
                        "Add 'existing: yes' to the line if it stands already, or leave it out here.");
            }
        });
    }

    private static String path(Contract contract, String key) {
        return "contracts." + contract.id() + "." + key;
    }

    private static void withActor(Draft draft, Reporter reporter, boolean receiver, BiConsumer<Contract, Actor> check) {
        Map<String, Actor> actors = draft.actorsById();
        for (Contract contract : draft.contracts()) {
            String id = receiver ? contract.to() : contract.from();
            Actor actor = actors.get(id);
            if (actor != null && reporter.sound("contracts." + contract.id()) && reporter.sound("actors." + id)) {
                check.accept(contract, actor);
            }
        }
    }
}
