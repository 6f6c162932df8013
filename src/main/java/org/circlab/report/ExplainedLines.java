package org.circlab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.circlab.experiment.whynot.Dimension;
import org.circlab.experiment.whynot.Explained;
import org.circlab.experiment.whynot.Passage;
import org.circlab.experiment.whynot.Proposal;
import org.circlab.experiment.whynot.Subject;
import org.circlab.model.Actor;
import org.circlab.model.Lab;
import org.circlab.model.Material;
import org.circlab.network.Gate;

/** Why one stream was not taken or one need not met, and what would do, in a few lines. */
final class ExplainedLines {

    private static final double GRAMS_PER_TONNE = 1e6;
    private static final int INDENT = 2;
    private static final char UNBROKEN = '\u00a0';

    private final Lab lab;

    ExplainedLines(Lab lab) {
        this.lab = lab;
    }

    /** The lines about one stream or need. */
    List<String> of(Explained explained) {
        List<String> lines = new ArrayList<>(wrapped(title(explained), FirstScreen.WIDTH));
        indented(lines, "Why: " + why(explained));
        if (!explained.idle().isEmpty()) {
            indented(lines, "Meanwhile nobody takes: " + idle(explained.idle()) + ".");
        }
        if (explained.proposals().isEmpty()) {
            indented(
                    lines,
                    explained.inVain().isEmpty()
                            ? "No single change does."
                            : "No single change does; tried in vain: " + words(explained.inVain()) + ".");
            return lines;
        }
        for (Proposal proposal : explained.proposals()) {
            lines.add("    " + set(proposal.set())
                    + (proposal.now().isEmpty()
                            ? ""
                            : "   (" + kind(proposal, explained.row().subject()) + "; now " + proposal.now() + ")"));
        }
        if (!explained.inVain().isEmpty()) {
            indented(lines, "Tried in vain: " + words(explained.inVain()) + ".");
        }
        return lines;
    }

    /** What kind of change it is; of a contract, with whom. */
    private String kind(Proposal proposal, Subject subject) {
        String with = lab.contracts().stream()
                .filter(contract -> proposal.path().equals("contracts." + contract.id() + ".volume"))
                .map(contract -> contract.from().equals(subject.actor()) ? contract.to() : contract.from())
                .map(other -> " with " + actor(other))
                .findFirst()
                .orElse("");
        return proposal.dimension().word() + with;
    }

    private String idle(List<Explained.Idle> idle) {
        return idle.stream()
                .map(each -> tonnes(each.row().passage().stoppedGrams()) + " of "
                        + material(each.row().subject().material()) + " of "
                        + actor(each.row().subject().actor()) + " ("
                        + GateWords.of(Subject.Side.OFFER, each.gate()) + ")")
                .collect(Collectors.joining("; "));
    }

    private static String words(List<Dimension> dimensions) {
        return dimensions.stream().map(Dimension::word).collect(Collectors.joining(", "));
    }

    private String title(Explained explained) {
        Subject subject = explained.row().subject();
        Passage passage = explained.row().passage();
        long unmatched = explained.row().unmatchedGrams();
        boolean offer = subject.side() == Subject.Side.OFFER;
        String share = Rounded.percent(unmatched / (double) (passage.openingGrams() + passage.offeredGrams()));
        String tonnes = tonnes(unmatched);
        String name = actor(subject.actor()) + ", " + material(subject.material());
        return offer
                ? name + ": " + tonnes + (isHeap(explained) ? " piled up" : " not taken") + " (" + share
                        + " of what it offers)" + (explained.row().sold() ? ", sold outside the lab" : "")
                : name + ": " + tonnes + " bought as virgin material (" + share + " of what it needs)";
    }

    /** Whether most of it has not left yet. */
    private static boolean isHeap(Explained explained) {
        return 2 * explained.row().passage().stoppedGrams() < explained.row().unmatchedGrams();
    }

    private String why(Explained explained) {
        Subject.Side side = explained.row().subject().side();
        Gate gate = explained.gate();
        String words = GateWords.of(side, gate);
        String margin = GateWords.margin(explained, lab.exchange());
        if (gate == Gate.CAPACITY
                && side == Subject.Side.OFFER
                && lab.exchange().lookAhead() > 0) {
            words += ", or it is kept for what is expected";
        }
        boolean most = explained.gateGrams() < explained.row().unmatchedGrams();
        return words + (margin.isEmpty() ? "" : ", " + margin) + nearest(explained)
                + (most ? "; so for " + tonnes(explained.gateGrams()) + " of it" : "") + ".";
    }

    private String nearest(Explained explained) {
        Explained.Nearest nearest = explained.nearest();
        if (nearest == null) {
            return "";
        }
        String who = actor(nearest.actor()) + " (" + nearest.part() + ")";
        String far = Double.isNaN(nearest.kilometres()) ? "" : ", " + Rounded.of(nearest.kilometres()) + " km away";
        String barrier = nearest.barrier().isEmpty() ? "" : ": " + nearest.barrier();
        return "; nearest is " + who + far + barrier;
    }

    /** A change as it can be pasted behind a command in a shell. */
    static String set(String set) {
        if (set.contains("\"")) {
            return "--set '" + set + "'";
        }
        int value = set.indexOf('=') + 1;
        boolean plain = set.chars().allMatch(c -> Character.isLetterOrDigit(c) || "=.-_".indexOf(c) >= 0);
        return "--set " + (plain ? set : set.substring(0, value) + '"' + set.substring(value) + '"');
    }

    private void indented(List<String> lines, String text) {
        wrapped(text, FirstScreen.WIDTH - INDENT).forEach(line -> lines.add(" ".repeat(INDENT) + line));
    }

    /** The text in lines that break no number. */
    private static List<String> wrapped(String text, int width) {
        return Columns.wrap(text, width).stream()
                .map(line -> line.replace(UNBROKEN, ' '))
                .toList();
    }

    private static String tonnes(long grams) {
        return Rounded.of(grams / GRAMS_PER_TONNE).replace(' ', UNBROKEN) + UNBROKEN + "t";
    }

    private String actor(String id) {
        return lab.actors().stream()
                .filter(actor -> actor.id().equals(id))
                .map(Actor::name)
                .findFirst()
                .orElse(id);
    }

    private String material(String id) {
        return lab.materials().stream()
                .filter(material -> material.id().equals(id))
                .map(Material::name)
                .findFirst()
                .orElse(id);
    }
}
