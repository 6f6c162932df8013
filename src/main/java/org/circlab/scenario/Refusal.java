package org.circlab.scenario;

/** What a record of the model says when it refuses values: its message, and the advice that may end it. */
final class Refusal {

    private static final String ADVICE = " Maybe ";

    private Refusal() {}

    static String message(IllegalArgumentException e) {
        String text = String.valueOf(e.getMessage());
        int advice = text.indexOf(ADVICE);
        String message = advice < 0 ? text : text.substring(0, advice);
        String sentence = Character.toUpperCase(message.charAt(0)) + message.substring(1);
        return sentence.endsWith(".") || sentence.endsWith("?") ? sentence : sentence + ".";
    }

    static String advice(IllegalArgumentException e) {
        String text = String.valueOf(e.getMessage());
        int advice = text.indexOf(ADVICE);
        return advice < 0 ? "" : text.substring(advice + 1);
    }
}
