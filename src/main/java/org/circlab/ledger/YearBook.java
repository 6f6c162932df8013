package org.circlab.ledger;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.circlab.model.Operation;
import org.jspecify.annotations.Nullable;

/** What arose and moved in the calendar year that runs, and the years before it. */
final class YearBook {

    private static final Operation[] OPERATIONS = Operation.values();
    private static final Channel[] CHANNELS = Channel.values();

    private final AccountTable moves = new AccountTable(1);
    private final List<Year> years = new ArrayList<>();
    private final long[] arisen;
    /** The account of moves that a flow adds to, by the number of the flow. */
    private int[] accounts = new int[0];
    /** What had arisen when the last month was closed, by the number of the account of arisings. */
    private long[] before = new long[0];

    private int running;

    /** Nothing yet, of so many materials. */
    YearBook(int materials) {
        arisen = new long[materials];
    }

    /** Forgets everything, as the window opens. */
    void clear() {
        years.clear();
        moves.clear();
        Arrays.fill(arisen, 0);
        Arrays.fill(before, 0);
    }

    /**
     * Adds a month, before the book of flows closes it.
     *
     * @param arisings what arose since the window opened, its grams first
     */
    void month(YearMonth month, FlowBook flows, AccountTable arisings) {
        if (month.getYear() != running) {
            end();
            running = month.getYear();
        }
        flows.eachOfMonth((flow, grams) -> moves.add(account(flow, flows), 0, grams));
        before = Arrays.copyOf(before, Math.max(before.length, arisings.size()));
        for (int i = 0; i < arisings.size(); i++) {
            long now = arisings.value(i, 0);
            arisen[arisings.second(i)] += now - before[i];
            before[i] = now;
        }
    }

    /** All years of the window, the last as far as it has gone. */
    List<Year> close() {
        end();
        return List.copyOf(years);
    }

    private void end() {
        Year year = new Year(running, arisings(), moves());
        moves.clear();
        Arrays.fill(arisen, 0);
        if (!year.arisings().isEmpty() || !year.moves().isEmpty()) {
            years.add(year);
        }
    }

    private List<Year.Arisen> arisings() {
        return IntStream.range(0, arisen.length)
                .filter(material -> arisen[material] != 0)
                .mapToObj(material -> new Year.Arisen(material, arisen[material]))
                .toList();
    }

    private List<Year.Move> moves() {
        return IntStream.range(0, moves.size())
                .filter(account -> moves.value(account, 0) != 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(moves::first)
                        .thenComparingInt(moves::second)
                        .thenComparingInt(moves::third))
                .map(this::move)
                .toList();
    }

    private Year.Move move(int account) {
        int number = moves.second(account);
        int base = 1 + OPERATIONS.length;
        return new Year.Move(
                moves.first(account),
                operation(number / base),
                operation(number % base),
                CHANNELS[moves.third(account) / 2],
                moves.third(account) % 2 == 1,
                moves.value(account, 0));
    }

    private static @Nullable Operation operation(int number) {
        return number == 0 ? null : OPERATIONS[number - 1];
    }

    private int account(int flow, FlowBook flows) {
        if (flow >= accounts.length) {
            int old = accounts.length;
            accounts = Arrays.copyOf(accounts, Math.max(64, 2 * (flow + 1)));
            Arrays.fill(accounts, old, accounts.length, AccountTable.NONE);
        }
        if (accounts[flow] == AccountTable.NONE) {
            Flow.Route route = flows.route(flow);
            accounts[flow] = moves.open(
                    route.material(),
                    number(route.operation()) * (1 + OPERATIONS.length) + number(route.origin()),
                    2 * route.channel().ordinal() + (route.isFinal() ? 1 : 0));
        }
        return accounts[flow];
    }

    private static int number(@Nullable Operation operation) {
        return operation == null ? 0 : 1 + operation.ordinal();
    }
}
