package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.circlab.report.FirstScreen;
import org.circlab.report.Harbour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdviseCommandTest {

    private static final String FILE = Harbour.FILE.toString();

    @TempDir
    Path folder;

    @Test
    void saysWhetherItSettlesAndHowManyReplicationsItTakes() {
        Session session = Session.of("advise", FILE, "--replications=5");
        assertThat(session.code()).as(session.err()).isZero();
        List<String> lines = session.out().lines().toList();
        assertThat(lines.get(0)).startsWith("WARM-UP (MSER-5)");
        assertThat(lines.subList(1, 4)).allMatch(line -> line.matches("  (disposed of|processed|in stock).*"));
        assertThat(lines).anyMatch(line -> line.startsWith("REPLICATIONS FOR A HALF-WIDTH OF"));
        assertThat(lines).anyMatch(line -> line.matches("  net-cost +EUR/yr +[+-].* \\d+ +[\\d ]+ +[\\d ]+"));
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(FirstScreen.WIDTH));
    }

    /** A month of lots that wait four months in a store is not a beginning like the rest of a year. */
    @Test
    void aWarmUpThatIsTooShortIsSaidByRunToo() {
        String[] slow = {
            "--set=horizon.warm-up=0 d",
            "--set=horizon.length=2 yr",
            "--set=actors.mill.generates.husks.spread=none",
            "--set=actors.foundry.generates.slag.spread=none",
            "--set=actors.roads.needs=null",
            "--set=actors.foundry.stores.slag={ capacity: 50 kt, keeps: 120 d, overflow: dispose }"
        };
        Session advice = Session.of(args(slow, "advise", FILE, "--replications=5"));
        assertThat(advice.code()).as(advice.err()).isZero();
        assertThat(advice.out()).contains("The warm-up seems too short: what is");
        Session run = Session.of(args(slow, "run", FILE, "--replications=2", "--out=" + folder));
        assertThat(run.err()).contains("circlab: The warm-up seems too short: what is");
        Session alone = Session.of(args(slow, "run", FILE, "--replications=1", "--out=" + folder));
        assertThat(alone.err()).as("of one run chance cannot be told").doesNotContain("warm-up");
    }

    private static String[] args(String[] more, String... first) {
        String[] all = new String[first.length + more.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    @Test
    void aPilotNeedsFiveReplications() {
        assertThat(Session.of("advise", FILE, "--replications=4").err()).contains("--replications is 4");
    }
}
