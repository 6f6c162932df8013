package org.circlab.report.sankey;

/** What the classes of a diagram look like. The colours are Paul Tol's "bright" scheme, which colour-blind people tell apart. */
public final class SankeyStyle {

    /** Names and values of the colours in the light. */
    static final String LIGHT = "--paper:#fff;--ink:#1b1b1b;--soft:#5b5b5b;--card:#f6f5f1;--edge:#8b8b84;--bar:#55554f;"
            + "--m0:#4477aa;--m1:#ee6677;--m2:#228833;--m3:#ccbb44;--m4:#66ccee;--m5:#aa3377;--m6:#aaa9a4;"
            + "--more:#2b7bba;--less:#cf691b;";
    /** The same in the dark. */
    static final String DARK = "--paper:#16181c;--ink:#ececea;--soft:#b4b4ae;--card:#25282e;--edge:#85878c;"
            + "--bar:#c4c4bd;--m0:#6b9fd4;--m1:#f08a97;--m2:#4fb562;--m3:#d9ca5e;--m4:#7fd6f2;--m5:#cf6aa2;--m6:#83848a;"
            + "--more:#62a8e0;--less:#f0994f;";

    /** Cards and the key are styled without what they stand in, since other diagrams of a page refer to them. */
    private static final String RULES = ".sankey{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',"
            + "'DejaVu Sans',sans-serif}"
            + ".sankey text{fill:var(--ink)}.sankey .mass,.sankey .legend{fill:var(--soft);font-size:12px}"
            + ".sankey .none{font-size:16px}.card~.name{fill:var(--ink);font-weight:500}"
            + ".card{fill:var(--card);stroke:var(--edge);stroke-width:1}"
            + ".outside .card{stroke-dasharray:4 3}.site .card{stroke-dasharray:1.5 2}"
            + ".sankey .idle{opacity:.35}.sankey .bar{fill:var(--bar)}"
            + ".sankey .r,.key .r{fill-opacity:.72;stroke-width:.4}.key .legend{fill:var(--soft);font-size:12px}"
            + ".sankey .hair{stroke-width:.9;stroke-opacity:.8}.sankey path.edge{fill:none}"
            + ".sankey path.r:hover,.sankey path.r:focus{fill-opacity:1;stroke-width:1.5}"
            + ".sankey .whisker{fill:none;stroke:var(--ink);stroke-width:1.2}"
            + ".sankey .mark{fill:none;stroke:var(--ink);stroke-width:1.4}"
            + colours();

    /** Colours for the light and the dark, for the root of a page. */
    public static final String COLOURS = ":root{color-scheme:light dark;" + LIGHT
            + "}@media (prefers-color-scheme:dark){:root{" + DARK + "}}@media print{:root{" + LIGHT + "}}";

    /** What the classes look like, for a page. */
    public static final String PAGE = RULES;

    private SankeyStyle() {}

    private static String colours() {
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i <= Palette.COLOURS; i++) {
            rules.append(rule("m" + i));
        }
        return rules.append(rule("more"))
                .append(rule("less"))
                .append(".sankey .less{stroke-dasharray:3 2}")
                .toString();
    }

    private static String rule(String name) {
        return ".sankey ." + name + ",.key ." + name + "{fill:var(--" + name + ");stroke:var(--" + name + ")}";
    }
}
