package org.circlab.ledger;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Accounts of a few whole numbers each, named by up to three small numbers and numbered in the order in which they are opened.
 * Name and values of an account lie side by side.
 */
final class AccountTable {

    private static final int SECOND_BITS = 20;
    private static final int THIRD_BITS = 16;
    private static final int MAX_FIRST = 1 << (Long.SIZE - SECOND_BITS - THIRD_BITS);
    private static final int MAX_SECOND = 1 << SECOND_BITS;
    private static final int MAX_THIRD = 1 << THIRD_BITS;

    /** Odd, so that multiplying keeps names apart; spreads them over the hash table. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final int stride;
    private final Map<Long, Integer> index = new HashMap<>();
    private long[] cells;
    private int size;

    /** No accounts yet; each will have {@code width} values. */
    AccountTable(int width) {
        this.stride = 1 + width;
        this.cells = new long[16 * stride];
    }

    /** The account of a name, opened with zeros where it is new. */
    int open(int first, int second, int third) {
        if (first >= MAX_FIRST || second >= MAX_SECOND || third >= MAX_THIRD) {
            throw new IllegalArgumentException("an account is named " + first + ", " + second + ", " + third
                    + "; the books hold names below " + MAX_FIRST + ", " + MAX_SECOND + ", " + MAX_THIRD);
        }
        long name = ((((long) first << SECOND_BITS) | second) << THIRD_BITS) | third;
        Integer known = index.putIfAbsent(name * SPREAD, size);
        if (known != null) {
            return known;
        }
        if ((size + 1) * stride > cells.length) {
            cells = Arrays.copyOf(cells, 2 * cells.length);
        }
        cells[size * stride] = name;
        return size++;
    }

    int size() {
        return size;
    }

    int first(int account) {
        return (int) (cells[account * stride] >>> (SECOND_BITS + THIRD_BITS));
    }

    int second(int account) {
        return (int) (cells[account * stride] >>> THIRD_BITS) & (MAX_SECOND - 1);
    }

    int third(int account) {
        return (int) cells[account * stride] & (MAX_THIRD - 1);
    }

    void add(int account, int column, long amount) {
        int cell = account * stride + 1 + column;
        cells[cell] = Math.addExact(cells[cell], amount);
    }

    long value(int account, int column) {
        return cells[account * stride + 1 + column];
    }

    /** Sets all values to 0; the accounts stay open. */
    void clear() {
        for (int account = 0; account < size; account++) {
            Arrays.fill(cells, account * stride + 1, (account + 1) * stride, 0);
        }
    }
}
