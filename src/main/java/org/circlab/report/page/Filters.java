package org.circlab.report.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.circlab.report.Domain;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.svg.Markup;

/** What scripts filter the diagrams by: field, material and year. Without scripts all is shown, and these are not. */
final class Filters {

    private Filters() {}

    /**
     * The choices.
     *
     * @param materials in the order of {@code data-m}
     * @param codes of waste by the ids of materials
     * @param periods names of the years; none where there is one alone
     */
    static String html(List<FlowGraph.Named> materials, Map<String, String> codes, List<String> periods) {
        StringBuilder text =
                new StringBuilder("<div class=\"filters\" hidden=\"hidden\">").append(select("domain", "Field"));
        for (Domain domain : Domain.values()) {
            String members = IntStream.range(0, materials.size())
                    .filter(i -> domain == domain(materials.get(i).id(), codes))
                    .mapToObj(String::valueOf)
                    .collect(Collectors.joining(" "));
            text.append(members.isEmpty() ? "" : option(members, domain.words()));
        }
        text.append("</select></label>\n").append(select("material", "Material"));
        for (int i = 0; i < materials.size(); i++) {
            text.append(option(String.valueOf(i), materials.get(i).name()));
        }
        text.append("</select></label>\n");
        if (!periods.isEmpty()) {
            text.append(select("period", "Year"));
            periods.forEach(period -> text.append(option(period, period)));
            text.append("</select></label>\n");
        }
        return text.append(
                        "<p class=\"note\">What is filtered out fades; the numbers in the boxes stay those of all materials.</p></div>\n")
                .toString();
    }

    private static Domain domain(String material, Map<String, String> codes) {
        return Domain.of(material, codes.getOrDefault(material, ""));
    }

    private static String select(String id, String label) {
        return "<label class=\"filter\">" + label + " <select id=\"" + id + "\"><option value=\"\">all</option>";
    }

    private static String option(String value, String words) {
        return "<option value=\"" + value + "\">" + Markup.escape(words) + "</option>";
    }
}
