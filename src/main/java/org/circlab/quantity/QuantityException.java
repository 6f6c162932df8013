package org.circlab.quantity;

/** Text that is not a quantity of the dimension its place calls for. */
public final class QuantityException extends RuntimeException {

    private final String message;
    private final String advice;

    QuantityException(String message, String advice) {
        super(advice.isEmpty() ? message : message + ". " + advice);
        this.message = message;
        this.advice = advice;
    }

    static QuantityException of(String text, String fault, Dimension expected, String advice) {
        return new QuantityException(
                quoted(text) + " " + fault + "; expected " + expected.title() + ", such as " + expected.example(),
                advice);
    }

    private static String quoted(String text) {
        int longest = 60;
        return '"' + (text.length() <= longest ? text : text.substring(0, longest) + "…") + '"';
    }

    /** What is wrong with the text and which dimension was expected, with an example; without the advice. */
    public String message() {
        return message;
    }

    /** A likely correction such as {@code Maybe 525 kt/yr?}, empty when none is likely. */
    public String advice() {
        return advice;
    }
}
