package org.circlab.report.chart;

/** What the classes of a chart look like; the colours are variables of the page or the file that it stands in. */
public final class ChartStyle {

    /** Rules for a page that has the colours {@code ink soft paper card edge more m6}. */
    public static final String RULES = ".chart{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',"
            + "'DejaVu Sans',sans-serif}.chart text{fill:var(--ink);font-size:13px}"
            + ".chart .tick{fill:var(--soft)}.chart .grid{stroke:var(--edge);stroke-opacity:.35}"
            + ".chart .zero{stroke:var(--edge)}.chart .line{fill:none;stroke-linejoin:round;stroke-width:2}"
            + ".chart .main{stroke:var(--more)}.chart .usual{stroke:var(--soft);stroke-dasharray:5 4}"
            + ".chart .other{stroke:var(--ink);stroke-dasharray:9 3 2 3}"
            + ".chart .limit{stroke:var(--bad);stroke-dasharray:2 3}"
            + ".chart .band{stroke:none;fill-opacity:.22}.chart .band.main{fill:var(--more)}"
            + ".chart .band.usual{fill:var(--soft)}.chart .band.other{fill:var(--ink)}"
            + ".chart .lead{fill:none;stroke:var(--edge)}.chart .hit{fill:none;pointer-events:all}"
            + ".chart .all{fill:var(--bar)}.chart .kept{fill:var(--more)}"
            + ".chart .lost{fill:none;stroke:var(--less);stroke-width:2}"
            + ".chart .hit:hover{fill:var(--soft);fill-opacity:.18}";

    private ChartStyle() {}
}
