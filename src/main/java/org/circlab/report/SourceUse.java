package org.circlab.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Accounts.Arisen;
import org.circlab.model.Actor;
import org.circlab.model.Arising;
import org.circlab.model.Grade;
import org.circlab.model.Lab;
import org.circlab.model.Source;
import org.circlab.model.Sourced;

/**
 * A source and what rests on it.
 *
 * @param source what it is, and how well its figures are known
 * @param places how many places of the scenario name it; 0 for arisings that name none
 * @param shareOfArising the share of all waste arising in the variant whose figure it is, from 0 to 1; NaN if nothing arises
 */
public record SourceUse(Source source, int places, double shareOfArising) {

    private static final Comparator<SourceUse> ORDER = Comparator.comparingDouble(SourceUse::shareOfArising)
            .thenComparingInt(SourceUse::places)
            .reversed()
            .thenComparing(use -> use.source().grade())
            .thenComparing(use -> use.source().ref());

    /** The sources of a lab: those with most of the mass first, then those that are named most often. */
    public static List<SourceUse> of(Lab lab, List<Accounts> replications) {
        Map<Source, Integer> places = new HashMap<>();
        lab.sources().forEach(sourced -> places.merge(sourced.source(), 1, Integer::sum));
        Map<Source, Long> grams = arisen(lab, replications);
        long all = grams.values().stream().mapToLong(Long::longValue).sum();
        Set<Source> sources = new HashSet<>(places.keySet());
        sources.addAll(grams.keySet());
        List<SourceUse> uses = new ArrayList<>();
        for (Source source : sources) {
            double share = (double) grams.getOrDefault(source, 0L) / all;
            uses.add(new SourceUse(source, places.getOrDefault(source, 0), share));
        }
        uses.sort(ORDER);
        return uses;
    }

    /** How many places of a lab name a source of each grade, every grade present. */
    public static Map<Grade, Integer> byGrade(Lab lab) {
        Map<Grade, Integer> counts = new EnumMap<>(Grade.class);
        for (Grade grade : Grade.values()) {
            counts.put(grade, 0);
        }
        for (Sourced sourced : lab.sources()) {
            counts.merge(sourced.source().grade(), 1, Integer::sum);
        }
        return counts;
    }

    private static Map<Source, Long> arisen(Lab lab, List<Accounts> replications) {
        Map<String, Source> bySite = new HashMap<>();
        for (Actor actor : lab.actors()) {
            for (Arising arising : actor.generates()) {
                bySite.put(actor.id() + "." + arising.material(), arising.source());
            }
        }
        Map<Source, Long> grams = new HashMap<>();
        for (Accounts accounts : replications) {
            for (Arisen arisen : accounts.arisings()) {
                String actor = accounts.chart().parties().get(arisen.actor());
                String material = accounts.chart().materials().get(arisen.material());
                grams.merge(bySite.getOrDefault(actor + "." + material, Source.NONE), arisen.grams(), Long::sum);
            }
        }
        return grams;
    }
}
