package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Accounts.Payment;
import org.circlab.ledger.Accounts.Stock;
import org.circlab.ledger.Channel;
import org.circlab.ledger.Chart;
import org.circlab.ledger.Flow;
import org.circlab.ledger.PaymentKind;
import org.circlab.ledger.StockPlace;
import org.circlab.ledger.SubstanceKind;
import org.circlab.model.Grade;
import org.circlab.model.Operation;
import org.circlab.score.ActorResult;
import org.circlab.score.Compared;
import org.circlab.score.Measure;
import org.circlab.score.Sense;
import org.junit.jupiter.api.Test;

class ResultTablesTest {

    private static final Measure DISPOSED =
            new Measure("disposed", "Disposed of", "t/yr", Sense.LOWER_IS_BETTER, "treatment", "under D", "");
    private static final Chart CHART = Chart.of(List.of("foundry", "tip"), List.of("slag"));

    @Test
    void anIndicatorHasItsDifferenceWithAnIntervalOfItsOwn() throws IOException {
        Compared compared = Compared.of(DISPOSED, new double[] {2, 4}, new double[] {11, 13});
        assertThat(indicators(compared)).isEqualTo("""
                        indicator,variant,unit,mean,low95,high95,baseline,difference,difference_low95,difference_high95
                        disposed,symbiosis,t/yr,3,-9.706204736,15.70620474,12,-9,-9,-9
                        """);
    }

    @Test
    void whatIsNotKnownIsEmpty() throws IOException {
        Compared once = Compared.of(DISPOSED, new double[] {0.1 + 0.2}, new double[] {Double.NaN});
        assertThat(indicators(once)).endsWith("disposed,symbiosis,t/yr,0.3,,,,,,\n");
    }

    @Test
    void namesOfActorsMayHoldAnything() throws IOException {
        Compared net = Compared.of(DISPOSED, new double[] {1}, new double[] {1});
        StringBuilder csv = new StringBuilder();
        ResultTables.actors(csv, List.of(new ActorResult("a", "Smith, \"Jr\"\n& Co", List.of(net))));
        assertThat(csv.toString()).endsWith("\na,\"Smith, \"\"Jr\"\"\n& Co\",disposed,1,,,1,0,,\n");
    }

    @Test
    void paymentsAreExactToTheMicroEuro() throws IOException {
        StringBuilder csv = new StringBuilder();
        ResultTables.payments(
                csv,
                List.of(
                        payments(new Payment(0, 1, PaymentKind.GATE_FEE, 35_000_001)),
                        payments(new Payment(1, CHART.world(Chart.STATE), PaymentKind.CARBON_PRICE, -1))));
        assertThat(csv).hasToString("""
                        replication,payer,payee,kind,amount_eur
                        1,foundry,tip,gate-fee,35.000001
                        2,tip,state,carbon-price,-0.000001
                        """);
    }

    @Test
    void stocksAreExactToTheGram() throws IOException {
        StringBuilder csv = new StringBuilder();
        Stock stock = new Stock(0, 0, StockPlace.INLET, 1, 2_000_000);
        ResultTables.stocks(
                csv,
                List.of(new Accounts(CHART, List.of(), List.of(), List.of(), List.of(stock), List.of(), List.of())));
        assertThat(csv).hasToString("""
                        replication,actor,material,place,opening_t,closing_t
                        1,foundry,slag,inlet,0.000001,2
                        """);
    }

    @Test
    void substancesHaveTheirUnitAndWhatEachRouteCarried() throws IOException {
        StringBuilder csv = new StringBuilder();
        Flow.Route route = new Flow.Route(0, 1, 0, Operation.D1, Channel.DISPOSAL, Grade.ASSUMED, null, true);
        Accounts goods = new Accounts(CHART, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        Accounts accounts = goods.with(
                List.of(
                        new Accounts.Content("heating-value", SubstanceKind.GENERATED, 3e6),
                        new Accounts.Content("lead", SubstanceKind.TO_AIR, 2)),
                List.of(new Accounts.Carried(route, "lead", 1_500_000)));
        ResultTables.substances(csv, List.of(goods, accounts));
        assertThat(csv).hasToString("""
                        replication,substance,way,from,to,material,operation,amount,unit
                        2,heating-value,generated,,,,,3,GJ
                        2,lead,to-air,,,,,0.000002,t
                        2,lead,carried,foundry,tip,slag,D1,1.5,t
                        """);
    }

    private static String indicators(Compared compared) throws IOException {
        StringBuilder csv = new StringBuilder();
        ResultTables.indicators(csv, "symbiosis", List.of(compared));
        return csv.toString();
    }

    private static Accounts payments(Payment payment) {
        return new Accounts(CHART, List.of(), List.of(payment), List.of(), List.of(), List.of(), List.of());
    }
}
