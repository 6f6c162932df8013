package org.circlab.cli;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/** A tab of a browser with a page in it that was opened from the disk. */
final class Tab implements AutoCloseable {

    /** Widths of a desk and of a phone, in pixels. */
    static final int DESK = 1280;

    static final int PHONE = 390;

    /** A function in JavaScript from a selector to a point, since what is curved may not lie in the middle of its frame. */
    private static final String OWN_POINT = """
            selector => {
              const e = [...document.querySelectorAll(selector)].find(e => e.getClientRects().length);
              if (!e) return 'it is not shown';
              e.scrollIntoView({block: 'center', inline: 'center'});
              const r = e.getBoundingClientRect();
              const points = [];
              for (let i = 1; i < 40; i++) for (let j = 1; j < 40; j++) {
                points.push([r.x + r.width * i / 40, r.y + r.height * j / 40, Math.hypot(i - 20, j - 20)]);
              }
              points.sort((a, b) => a[2] - b[2]);
              const own = points.find(([x, y]) => { const top = document.elementFromPoint(x, y);
                return top && (top === e || e.contains(top)); });
              return own || 'something else lies upon it';
            }""";

    private final Chromium browser;
    private final String target;
    private final String session;
    private final String address;

    private Tab(Chromium browser, String target, String session, String address) {
        this.browser = browser;
        this.target = target;
        this.session = session;
        this.address = address;
    }

    /** Opens a page and waits until it has loaded. */
    static Tab open(Chromium browser, Path page, int width) {
        String target = browser.ask("", "Target.createTarget", Map.of("url", "about:blank"))
                .path("targetId")
                .asString();
        String session = browser.ask("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asString();
        Tab tab = new Tab(browser, target, session, page.toUri().toString());
        tab.ask(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width == PHONE));
        List.of("Page", "Runtime", "Log", "Network").forEach(domain -> tab.ask(domain + ".enable", Map.of()));
        browser.told();
        tab.ask("Page.navigate", Map.of("url", tab.address));
        browser.await("Page.loadEventFired");
        return tab;
    }

    String address() {
        return address;
    }

    JsonNode ask(String method, Map<String, ?> params) {
        return browser.ask(session, method, params);
    }

    /** What an expression of JavaScript is worth. */
    JsonNode value(String expression) {
        JsonNode answer = ask("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    boolean is(String expression) {
        return value("!!(" + expression + ")").asBoolean();
    }

    /** Whether the first element of a selector takes room on the page. */
    boolean shows(String selector) {
        return is("document.querySelector('" + selector + "').getClientRects().length");
    }

    /** Points at the first element of a selector that can be seen, at the point of it nearest to its middle that is its own. */
    double[] pointAt(String selector) {
        JsonNode point = value("(" + OWN_POINT + ")('" + selector + "')");
        if (!point.isArray()) {
            throw new AssertionError(selector + " cannot be pointed at: " + point);
        }
        double[] at = {point.get(0).asDouble(), point.get(1).asDouble()};
        mouse("mouseMoved", at, "none");
        return at;
    }

    /** Clicks it as a hand does. */
    void click(String selector) {
        double[] at = pointAt(selector);
        mouse("mousePressed", at, "left");
        mouse("mouseReleased", at, "left");
    }

    private void mouse(String type, double[] at, String button) {
        ask(
                "Input.dispatchMouseEvent",
                Map.of(
                        "type",
                        type,
                        "x",
                        at[0],
                        "y",
                        at[1],
                        "button",
                        button,
                        "clickCount",
                        button.equals("left") ? 1 : 0));
    }

    /** How bright the first element of a selector is that can be seen, near its lower left corner: from 0, black, to 1, white. */
    double brightness(String selector) {
        JsonNode corner = value("(() => { const e = [...document.querySelectorAll('" + selector
                + "')].find(e => e.getClientRects().length); e.scrollIntoView({block: 'center'});"
                + " const r = e.getBoundingClientRect(); return [r.left + scrollX, r.bottom + scrollY]; })()");
        Map<String, Object> clip = Map.of(
                "x",
                corner.get(0).asDouble() + 8,
                "y",
                corner.get(1).asDouble() - 5,
                "width",
                2,
                "height",
                2,
                "scale",
                1);
        String png = ask("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", clip))
                .path("data")
                .asString();
        try {
            Color seen = new Color(
                    ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(png)))
                            .getRGB(0, 0));
            return (seen.getRed() + seen.getGreen() + seen.getBlue()) / 765.0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Presses a key, by its name and code. */
    void press(String key, int code) {
        for (String type : List.of("rawKeyDown", "keyUp")) {
            ask("Input.dispatchKeyEvent", Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code));
        }
    }

    /** How the page shall look: {@code screen} or {@code print}, {@code light} or {@code dark}. */
    void look(String media, String scheme) {
        ask(
                "Emulation.setEmulatedMedia",
                Map.of("media", media, "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Every request that was sent since it opened, and whatever the console has to say. */
    List<String> said() {
        return browser.told().stream()
                .filter(event -> List.of(
                                "Network.requestWillBeSent",
                                "Runtime.consoleAPICalled",
                                "Runtime.exceptionThrown",
                                "Log.entryAdded")
                        .contains(event.method()))
                .map(event -> event.method().equals("Network.requestWillBeSent")
                        ? event.params().path("request").path("url").asString()
                        : event.toString())
                .toList();
    }

    @Override
    public void close() {
        browser.ask("", "Target.closeTarget", Map.of("targetId", target));
    }
}
