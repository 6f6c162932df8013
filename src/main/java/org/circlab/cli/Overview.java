package org.circlab.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.IHelpSectionRenderer;

/** The commands in groups by what one wants of them, in the order in which a student meets them. */
final class Overview implements IHelpSectionRenderer {

    private static final int NAME_COLUMNS = 14;
    private static final int EXAMPLE_COLUMNS = 39;

    /**
     * A command as it is met first.
     *
     * @param example what to type, without the name of the program; begins with the name of the command
     * @param about what it does
     */
    private record Entry(String example, String about) {

        String name() {
            return example.split(" ", 2)[0];
        }
    }

    /** Commands that serve one purpose. */
    private record Group(String title, List<Entry> entries) {}

    private static final List<Group> GROUPS = List.of(
            new Group(
                    "Make a scenario",
                    List.of(
                            new Entry("new lab.yaml --pilot organic", "write a small commented scenario to start from"),
                            new Entry("validate lab.yaml", "find all mistakes in it, with line and advice"),
                            new Entry("catalogue processes compost", "look up what it can name, with sources"),
                            new Entry("reconcile flows.csv", "make contradictory reports of flows fit"))),
            new Group(
                    "Simulate it and understand the result",
                    List.of(
                            new Entry("run lab.yaml", "compare it with business as usual, with a report"),
                            new Entry("explain lab.yaml", "why was it not exchanged, and what would do it"),
                            new Entry("score lab.yaml", "how far does it get to the best possible"),
                            new Entry("synergies lab.yaml", "who would join, and what does each link bring"),
                            new Entry("resilience lab.yaml", "what is lost without each actor, or in an outage"))),
            new Group(
                    "Ask what if",
                    List.of(
                            new Entry("compare lab.yaml", "see its variants, or several labs, side by side"),
                            new Entry("select lab.yaml", "which variant is best, and how sure is that"),
                            new Entry(
                                    "sweep lab.yaml --vary PATH=VALUES", "run it at many values, and keep all results"),
                            new Entry("study list", "list, show, export and draw what was swept"),
                            new Entry("sensitivity lab.yaml --vary PATH=RANGE", "which uncertain values matter most"),
                            new Entry("advise lab.yaml", "how long a warm-up, how many replications"))),
            new Group(
                    "Work with other programs",
                    List.of(
                            new Entry("export results/LAB/VARIANT --to svg", "make figures, graphs, maps, a workbook"),
                            new Entry("schema", "the format of scenarios, for an editor"),
                            new Entry("completion", "complete commands and options in a shell"))));

    /** What the program says when it is called without a command. */
    static String welcome() {
        StringBuilder text = new StringBuilder();
        for (Group group : GROUPS) {
            text.append(String.format("%s%n", group.title()));
            for (Entry entry : group.entries()) {
                String line = "  circlab %-" + EXAMPLE_COLUMNS + "s %s%n";
                text.append(String.format(line, entry.example(), entry.about()));
            }
        }
        return text.toString();
    }

    /** The list of commands in the help of the program; one that is in no group comes last, with its own description. */
    @Override
    public String render(Help help) {
        Map<String, Help> left = new LinkedHashMap<>(help.subcommands());
        StringBuilder text = new StringBuilder();
        for (Group group : GROUPS) {
            TextTable table = table(help);
            for (Entry entry : group.entries()) {
                Help command = left.remove(entry.name());
                if (command != null) {
                    table.addRowValues(
                            command.commandNamesText(", "), help.colorScheme().text(entry.about()));
                }
            }
            text.append(help.createHeading("%n" + group.title() + ":%n")).append(table);
        }
        return left.isEmpty() ? text.toString() : text + help.commandList(left);
    }

    private static TextTable table(Help help) {
        int rest = help.commandSpec().usageMessage().width() - NAME_COLUMNS;
        return TextTable.forColumns(
                help.colorScheme(), new Column(NAME_COLUMNS, 2, Overflow.SPAN), new Column(rest, 1, Overflow.WRAP));
    }
}
