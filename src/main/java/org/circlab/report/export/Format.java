package org.circlab.report.export;

import java.util.Locale;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.sankey.Layout;
import org.circlab.report.sankey.Look;
import org.circlab.report.sankey.SankeySvg;
import org.circlab.report.sankey.View;

/** What a result can be written as for another program. */
public enum Format {
    /** A diagram for a publication, with light and dark colours; of one view. */
    SVG,
    /** The same diagram as pixels; of one view. */
    PNG,
    /** Text for sankeymatic.com; of one view. */
    SANKEYMATIC,
    /** A graph for yEd, igraph, NetworkX and others; of both sides. */
    GRAPHML,
    /** A graph for Gephi; of both sides. */
    GEXF,
    /** A graph for Graphviz; of one view. */
    DOT,
    /** Points and lines for a GIS; of both sides. */
    GEOJSON,
    /** The graph as plain JSON; of both sides. */
    JSON,
    /** Every table of a result as a sheet of a workbook (Office Open XML). */
    XLSX,
    /** The description of the tables of a result (a Frictionless data package), to be put beside them. */
    DATAPACKAGE;

    /** The word on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is made from the files of a result, and not from the graph of its flows. */
    public boolean needsFolder() {
        return this == XLSX || this == DATAPACKAGE;
    }

    /**
     * The graph in this format.
     *
     * @param view what formats show that show one view
     * @throws IllegalArgumentException if it is made from files, or is no text
     */
    public String text(FlowGraph graph, View view) {
        return switch (this) {
            case SVG -> SankeySvg.file(Layout.of(graph, Look.of(graph)), view);
            case SANKEYMATIC -> GraphText.sankeyMatic(graph, view);
            case GRAPHML -> GraphXml.graphMl(graph);
            case GEXF -> GraphXml.gexf(graph);
            case DOT -> GraphText.dot(graph, view);
            case GEOJSON -> GraphText.geoJson(graph);
            case JSON -> GraphText.json(graph);
            case PNG -> throw new IllegalArgumentException("a picture is no text; Picture writes it");
            case XLSX, DATAPACKAGE ->
                throw new IllegalArgumentException(word() + " is made from the files of a result, not from a graph");
        };
    }
}
