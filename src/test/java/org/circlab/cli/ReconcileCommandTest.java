package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code circlab reconcile} as its users see it. */
class ReconcileCommandTest {

    private static final String WORKS = """
            id,from,to,material,value [kt/yr],plus-minus,source
            in,outside,works,bottles,100,5 kt/yr,town
            flakes,works,mill,PET flakes,60,10 %,mill
            rest,works,landfill,,50,4 kt/yr,weighbridge
            """;

    @TempDir
    Path folder;

    private Session reconcile(String text, String... options) throws IOException {
        String file = Files.writeString(folder.resolve("flows.csv"), text).toString();
        String[] args = new String[options.length + 2];
        args[0] = "reconcile";
        args[1] = file;
        System.arraycopy(options, 0, args, 2, options.length);
        return Session.of(args);
    }

    /** 100 +- 5, 60 +- 6 and 50 +- 4 become 103.2 +- 4.1, 55.3 +- 4.4 and 47.9 +- 3.6. */
    @Test
    void theTableTellsWhatWasChanged() throws IOException {
        Session session = reconcile(WORKS);
        assertThat(session.code()).isZero();
        assertThat(session.err()).isEmpty();
        assertThat(session.out()).isEqualTo("""
                        FLOWS in t/yr                                                reported             balanced    change
                          in            outside → works                       100 000 ± 5 000      103 200 ± 4 100    +3.2 %
                          flakes        works → mill                           60 000 ± 6 000       55 300 ± 4 400    -7.8 %
                          rest          works → landfill                       50 000 ± 4 000       47 900 ± 3 600    -4.2 %

                        BALANCES in t/yr, in minus out as reported
                          works                                                       -10 000

                        HOW SURE
                          ± is one standard deviation, in and out.
                          Chi-squared is 1.30 on 1 degree of freedom: reports as sure as these differ so much in 25 % of
                          cases.
                        """);
        assertThat(session.out().lines()).allMatch(line -> line.length() <= 100);
    }

    private static final String SORTING = """
            id,from,to,value [t/yr],plus-minus,share,share-plus-minus
            in,outside,works,200,10 t/yr,,
            flakes,works,mill,,,40 %,2 %
            rest,works,landfill,100,5 t/yr,,
            """;

    /** 200 +- 10 less 40 +- 2 % is 120 +- 7.2, but 100 +- 5 are reported: (20 / 8.8)^2 is about 5.2, at the solution 5.37. */
    @Test
    void sharesOfWhatEntersAreBalancedToo() throws IOException {
        Session session = reconcile(SORTING);
        assertThat(session.code()).isZero();
        assertThat(session.out()).startsWith("""
                        FLOWS in t/yr                                                reported             balanced    change
                          in            outside → works                              200 ± 10          184.2 ± 7.3    -7.9 %
                          flakes        works → mill                             not measured           77.4 ± 5.4
                          rest          works → landfill                              100 ± 5          106.8 ± 4.0    +6.8 %

                        SHARES in %     of what enters                               reported             balanced    change
                          flakes        works                                        40.0 ± 2           42.0 ± 1.8     +2.01

                        BALANCES in t/yr, in minus out as reported
                          works                                              not all measured

                        HOW SURE
                          ± is one standard deviation, in and out.
                          Chi-squared is 5.37 on 1 degree of freedom""");
        assertThat(reconcile(SORTING, "--format", "csv").out().lines())
                .anyMatch(line -> line.contains(",0.4,0.02,0.420"));
    }

    @Test
    void sharesThatContradictFixedFlowsAreNamed() throws IOException {
        Session session = reconcile("""
                id,from,to,value,plus-minus,share,share-plus-minus
                in,outside,works,100 t,0 t,,
                out,works,mill,50 t,0 t,40 %,0
                rest,works,tip,,,,
                """);
        assertThat(session.code()).isEqualTo(CircLab.FAILED);
        assertThat(session.err())
                .contains("flows and shares that must not change (plus-minus 0) contradict", "in, out, share of out");
    }

    @Test
    void csvHasEveryDigit() throws IOException {
        Session session = reconcile(WORKS, "--format", "csv");
        assertThat(session.code()).isZero();
        assertThat(session.out())
                .startsWith("id,from,to,material,status,reported_t_per_yr,reported_sd_t_per_yr,balanced_t_per_yr,"
                        + "balanced_sd_t_per_yr,change_t_per_yr,residual,by_others_t_per_yr,doubtful,source,"
                        + "share,share_sd,balanced_share,balanced_share_sd,share_residual,share_doubtful\n"
                        + "in,outside,works,bottles,checked,100000,5000,103246.7532,4108.907018,3246.753247,1.139605765,"
                        + "110000,no,town,,,,,,\n");
    }

    @Test
    void whatIsDoubtfulUnknownOrBelowNothingIsTold() throws IOException {
        String text = """
                id,from,to,value [t],plus-minus [t]
                in,outside,a,100,1
                wrong,a,b,300,2
                out,b,outside,102,1
                loop-1,c,d,,
                loop-2,d,c,,
                alone,stock,e,5,1
                back,e,f,,
                much,e,outside,9,1
                f,f,outside,,
                """;
        Session session = reconcile(text);
        assertThat(session.code()).isZero();
        assertThat(session.out())
                .contains(
                        "Doubtful: wrong, 93.8 standard deviations away from what the others say, 101 t.",
                        "Some figure is wrong")
                .contains("Doubtful too: in, out; maybe only because of that.")
                .contains("Cannot be computed: loop-1, loop-2;")
                .contains("Not checked by others: alone, much; left as reported.")
                .contains("Below 0 now: back, f;", "unknown");
        assertThat(reconcile(text, "--format", "csv").out()).contains("loop-1,c,d,,unknown,,,,,,,,no,,,,,,,\n");
    }

    @Test
    void whereNothingIsToBeBalancedNothingChanges() throws IOException {
        Session session = reconcile("id,from,to,value,plus-minus\na,x,y,5 t,1 t\nb,x,outside,7 t,1 t\n");
        assertThat(session.code()).isZero();
        assertThat(session.out()).contains("BALANCES: none, so nothing was changed", "No report is checked by others");
        assertThat(reconcile(WORKS, "--open", "works").out()).contains("BALANCES: none");
    }

    @Test
    void aPlaceOfNoFlowIsNoPlace() throws IOException {
        Session session = reconcile(WORKS, "--open", "mill,nowhere");
        assertThat(session.code()).isEqualTo(CircLab.USAGE);
        assertThat(session.err()).contains("'nowhere'; there are landfill, mill, outside, works");
    }

    @Test
    void mistakesEndWithOneAndTheirPlaces() throws IOException {
        Session session = reconcile("id,from,to,value,plus-minus\na,x,y,5,1 t\n,y,z,7 t,1 t\n");
        assertThat(session.code()).isEqualTo(CircLab.FAILED);
        assertThat(session.out()).isEmpty();
        assertThat(session.err())
                .contains("flows.csv:2:7: error BAD_QUANTITY", "flows.csv:3:1: error BAD_TABLE")
                .endsWith("circlab: the flows cannot be balanced; 2 errors\n");
    }

    @Test
    void fixedFlowsThatContradictEachOtherCannotBeBalanced() throws IOException {
        Session session = reconcile("id,from,to,value,plus-minus\na,x,y,5 t,0 %\nb,y,z,7 t,0 t\n");
        assertThat(session.code()).isEqualTo(CircLab.FAILED);
        assertThat(session.err()).contains("contradict each other by 2 t: a, b. Say for one of them how unsure it is.");
    }
}
