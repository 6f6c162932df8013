package org.circlab.report.sankey;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A diagram as a file of its own: what its classes look like stands as attributes at each element, since many programs that read
 * SVG know neither variables nor nested selectors of a style. A style for the dark follows, for browsers, which put it above
 * attributes; others pass over it.
 */
final class Inked {

    private static final Pattern CLASSES = Pattern.compile("<(\\w+)( xmlns=\"[^\"]*\")? class=\"([^\"]*)\"");
    private static final Pattern NO_HEIGHT = Pattern.compile("<rect class=\"bar\"[^>]* height=\"0\"/>\n");
    private static final Map<String, String> LIGHT = colours(SankeyStyle.LIGHT);
    private static final Map<String, String> DARK = colours(SankeyStyle.DARK);

    /** Attributes of each class; a colour is the name that it has in {@link SankeyStyle}, behind {@code --}. */
    private static final Map<String, String> LOOKS = looks();

    /** What the file begins with: the style for the dark, and a sheet to draw on. */
    static final String HEAD =
            "<style>" + dark() + "</style>\n<rect class=\"sheet\" width=\"100%\" height=\"100%\"/>\n";

    private Inked() {}

    /** The markup of a diagram with attributes for its classes, and without bars of no height, which some draw as lines. */
    static String of(String diagram) {
        String markup = NO_HEIGHT.matcher(diagram).replaceAll("");
        StringBuilder inked = new StringBuilder(markup.length() * 3 / 2);
        Matcher element = CLASSES.matcher(markup);
        int end = 0;
        while (element.find()) {
            inked.append(markup, end, element.end());
            Map<String, String> attributes = new LinkedHashMap<>();
            for (String name : element.group(3).split(" ", -1)) {
                put(attributes, LOOKS.getOrDefault(name, ""));
            }
            attributes.forEach((name, value) -> inked.append(' ').append(name + "=\"" + resolved(value, LIGHT) + '"'));
            end = element.end();
        }
        return inked.append(markup.substring(end)).toString();
    }

    private static void put(Map<String, String> attributes, String look) {
        for (String attribute : look.split(";", -1)) {
            int colon = attribute.indexOf(':');
            if (colon > 0) {
                attributes.put(attribute.substring(0, colon), attribute.substring(colon + 1));
            }
        }
    }

    private static String resolved(String value, Map<String, String> colours) {
        return value.startsWith("--") ? colours.getOrDefault(value.substring(2), value) : value;
    }

    private static Map<String, String> looks() {
        Map<String, String> looks = new LinkedHashMap<>();
        looks.put("sankey", "font-family:'Noto Sans','DejaVu Sans',Arial,Helvetica,sans-serif");
        looks.put("sheet", "fill:--paper");
        looks.put("none", "fill:--ink;stroke:none;font-size:16");
        looks.put("name", "fill:--ink;stroke:none;font-weight:500");
        looks.put("mass", "fill:--soft;stroke:none");
        looks.put("legend", "fill:--soft;stroke:none;font-size:12");
        looks.put("card", "fill:--card;stroke:--edge;stroke-width:1");
        looks.put("bar", "fill:--bar;stroke:none");
        looks.put("outside", "stroke-dasharray:4 3");
        looks.put("site", "stroke-dasharray:1.5 2");
        looks.put("idle", "opacity:.35");
        looks.put("r", "fill-opacity:.72;stroke-width:.4");
        for (int i = 0; i <= Palette.COLOURS; i++) {
            looks.put("m" + i, "fill:--m" + i + ";stroke:--m" + i);
        }
        looks.put("more", "fill:--more;stroke:--more");
        looks.put("less", "fill:--less;stroke:--less;stroke-dasharray:3 2");
        looks.put("hair", "stroke-width:.9;stroke-opacity:.8");
        looks.put("whisker", "fill:none;stroke:--ink;stroke-width:1.2");
        looks.put("mark", "fill:none;stroke:--ink;stroke-width:1.4");
        return looks;
    }

    private static String dark() {
        StringBuilder rules = new StringBuilder("@media (prefers-color-scheme:dark){");
        LOOKS.forEach((name, look) -> {
            Map<String, String> attributes = new LinkedHashMap<>();
            put(attributes, look);
            attributes.values().removeIf(value -> !value.startsWith("--"));
            if (!attributes.isEmpty()) {
                rules.append('.').append(name).append('{');
                attributes.forEach((attribute, value) -> rules.append(attribute)
                        .append(':')
                        .append(resolved(value, DARK))
                        .append(';'));
                rules.append('}');
            }
        });
        return rules.append('}').toString();
    }

    private static Map<String, String> colours(String declared) {
        Map<String, String> colours = new LinkedHashMap<>();
        Arrays.stream(declared.split(";", -1))
                .filter(each -> each.startsWith("--"))
                .forEach(each ->
                        colours.put(each.substring(2, each.indexOf(':')), each.substring(each.indexOf(':') + 1)));
        return colours;
    }
}
