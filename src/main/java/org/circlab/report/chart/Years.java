package org.circlab.report.chart;

import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ticks of a scale of months: years, or months where there are few. */
final class Years {

    private static final int FEW_MONTHS = 18;
    private static final int[] MONTH_STEPS = {1, 2, 3, 6};
    private static final int[] YEAR_STEPS = {1, 2, 5, 10, 20, 50, 100};

    /**
     * A tick.
     *
     * @param at the month that begins there, counted from 0
     * @param words its name
     */
    record Tick(int at, String words) {}

    private Years() {}

    /** At most so many ticks; none where there is no month. */
    static List<Tick> ticks(List<YearMonth> months, int most) {
        boolean few = months.size() <= FEW_MONTHS;
        List<Tick> ticks = List.of();
        for (int step : few ? MONTH_STEPS : YEAR_STEPS) {
            ticks = few ? everyMonths(months, step) : everyYears(months, step);
            if (ticks.size() <= most) {
                return ticks;
            }
        }
        return ticks.subList(0, Math.min(most, ticks.size()));
    }

    private static List<Tick> everyMonths(List<YearMonth> months, int step) {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            YearMonth month = months.get(i);
            if ((month.getMonthValue() - 1) % step == 0) {
                String name = month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
                ticks.add(new Tick(i, month.getMonthValue() == 1 ? String.valueOf(month.getYear()) : name));
            }
        }
        return ticks;
    }

    private static List<Tick> everyYears(List<YearMonth> months, int step) {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            YearMonth month = months.get(i);
            if (month.getMonthValue() == 1 && Math.floorMod(month.getYear(), step) == 0) {
                ticks.add(new Tick(i, String.valueOf(month.getYear())));
            }
        }
        return ticks;
    }
}
