package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.circlab.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is true: its scenario reads and runs, and it has two commands to set up. */
class ReadmeTest {

    @Test
    void theFormatItShowsRuns(@TempDir Path folder) throws IOException {
        Path scenario = folder.resolve("harbour.yaml");
        Files.writeString(scenario, block("yaml"));
        assertThat(ScenarioFile.read(scenario).validate()).isEmpty();
        StringWriter messages = new StringWriter();
        int code = CircLab.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(messages),
                false,
                "run",
                scenario.toString(),
                "--replications=1",
                "--out=" + folder.resolve("results"));
        assertThat(messages.toString()).isEmpty();
        assertThat(code).isZero();
    }

    @Test
    void itHasTwoSetUpCommands() throws IOException {
        String text = Files.readString(Path.of("README.md"));
        int start = text.indexOf("## Set up");
        String setUp = text.substring(start, text.indexOf("\n## ", start));
        List<String> commands =
                setUp.lines().filter(line -> line.startsWith("mvn ")).toList();
        assertThat(commands).hasSize(2);
        assertThat(commands.get(0)).contains("run scenarios/velenje.yaml");
        assertThat(commands.get(1)).isEqualTo("mvn verify");
    }

    private static String block(String language) throws IOException {
        Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }
}
