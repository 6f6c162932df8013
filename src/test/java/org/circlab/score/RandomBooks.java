package org.circlab.score;

import java.util.List;
import java.util.Random;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Channel;
import org.circlab.ledger.Chart;
import org.circlab.ledger.EmissionKind;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.Ledger;
import org.circlab.ledger.PaymentKind;
import org.circlab.model.Grade;
import org.circlab.model.Lab;
import org.circlab.model.Operation;

/** Any activity that the model allows, drawn from a seed, with a warm-up that the accounts must leave out. */
public final class RandomBooks {

    private static final int STEPS = 300;

    private final Lab lab;
    private final Random random;
    private final Bookkeeper books;
    private final Accounts accounts;
    private long disposedTwiceGrams;

    /** Draws the books of a lab of {@link LabFixture}. */
    public RandomBooks(Lab lab, long seed) {
        this.lab = lab;
        this.random = new Random(seed);
        this.books = new Bookkeeper(lab);
        act(STEPS / 3);
        books.openWindow();
        disposedTwiceGrams = 0;
        act(STEPS);
        this.accounts = books.close();
    }

    /** The closed accounts. */
    public Accounts accounts() {
        return accounts;
    }

    long facts(FactKind kind) {
        return books.facts(kind);
    }

    /** Grams landfilled since the window opened that had come out of drying under D9, and were received for it before. */
    long disposedTwiceGrams() {
        return disposedTwiceGrams;
    }

    private void act(int steps) {
        for (int step = 0; step < steps; step++) {
            String actor = actor(random.nextInt(lab.actors().size()));
            switch (random.nextInt(7)) {
                case 0, 1 -> books.arise(actor, waste(), pick(Grade.values()), 1 + random.nextInt(1_000_000_000));
                case 2 -> handOn(actor, waste());
                case 3 -> dispose(actor, waste());
                case 4 -> treat(actor, waste());
                case 5 -> use(actor);
                default -> settle(actor);
            }
        }
    }

    /** To a line, a need or, by contract, whatever the receiver has. */
    private void handOn(String from, String material) {
        String to = actor(random.nextInt(lab.actors().size()));
        long grams = some(from, material);
        boolean contract = random.nextBoolean();
        Channel channel = contract ? Channel.CONTRACT : Channel.EXCHANGE;
        if (isEven(to)) {
            pay(from, to, books.move(from, to, material, operation(material), channel, grams));
        } else if (contract) {
            pay(from, to, books.moveToSite(from, to, material, siteOperation(material), channel, grams));
        }
    }

    private void dispose(String from, String material) {
        String odd = landfill();
        boolean outside = random.nextInt(4) == 0;
        String to = outside ? Chart.DISPOSAL : odd;
        Operation operation = outside ? Operation.D15 : siteOperation(material);
        int flow = books.moveToSite(from, to, material, operation, Channel.DISPOSAL, some(from, material));
        pay(from, outside ? Chart.OUTSIDE : odd, flow);
        books.pay(from, Chart.STATE, PaymentKind.LANDFILL_TAX, flow, random.nextInt(1_000_000));
    }

    private void treat(String actor, String material) {
        long grams = some(actor, material);
        Operation operation = operation(material);
        long product = books.process(actor, material, grams, grams / 10, grams / 5, grams / 7);
        books.sell(actor, operation, product / 2, random.nextInt(1_000_000_000));
        String to = random.nextInt(4) == 0 ? Chart.DISPOSAL : landfill();
        books.landfillProduct(actor, to, operation, product / 4);
        disposedTwiceGrams += operation == Operation.D9 ? product / 4 : 0;
    }

    private void use(String actor) {
        long ash = some(actor, "ash");
        books.consume(actor, ash, ash / 10 * 9, random.nextInt(1_000_000_000), random.nextInt(1_000_000));
    }

    private void settle(String actor) {
        PaymentKind kind = pick(new PaymentKind[] {
            PaymentKind.TREATMENT, PaymentKind.CARBON_PRICE, PaymentKind.QUOTA_PENALTY, PaymentKind.CAPITAL
        });
        boolean toState = kind == PaymentKind.CARBON_PRICE || kind == PaymentKind.QUOTA_PENALTY;
        String payee = toState ? Chart.STATE : Chart.OUTSIDE;
        books.pay(Chart.STATE, actor, PaymentKind.SUBSIDY, Ledger.NO_FLOW, 1 + random.nextInt(1_000_000));
        books.pay(actor, payee, kind, Ledger.NO_FLOW, random.nextInt(1_000_000_000));
        books.emit(actor, pick(EmissionKind.values()), random.nextInt() * 1000L);
    }

    private void pay(String from, String to, int flow) {
        books.pay(from, Chart.OUTSIDE, PaymentKind.HAULAGE, flow, random.nextInt(1_000_000_000));
        books.pay(from, to, PaymentKind.GATE_FEE, flow, random.nextInt());
    }

    private long some(String actor, String material) {
        return (long) (random.nextDouble() * books.held(actor, material));
    }

    private String waste() {
        return LabFixture.WASTES.get(random.nextInt(LabFixture.WASTES.size()));
    }

    private String actor(int index) {
        return lab.actors().get(index).id();
    }

    private String landfill() {
        return actor(2 * random.nextInt(lab.actors().size() / 2) + 1);
    }

    private static boolean isEven(String actor) {
        return Integer.parseInt(actor.substring(1)) % 2 == 0;
    }

    private Operation operation(String material) {
        return switch (material) {
            case "ash" -> pick(new Operation[] {Operation.R5, Operation.R3});
            case "sludge" -> Operation.D9;
            default -> Operation.R12;
        };
    }

    private Operation siteOperation(String material) {
        return material.equals("rubble") && random.nextBoolean() ? Operation.BACKFILL : Operation.D1;
    }

    private <T> T pick(T[] values) {
        return List.of(values).get(random.nextInt(values.length));
    }
}
