package org.circlab.report.export;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.circlab.report.ResultException;

/**
 * A diagram as pixels. Its shapes are the same everywhere; its letters are those of the fonts that the machine has, so bytes may
 * differ from one machine to another.
 */
public final class Picture {

    /** The least width that can be asked for, in pixels. */
    public static final int LEAST_WIDTH = 100;

    /** The largest width that can be asked for, in pixels. */
    public static final int MOST_WIDTH = 20_000;

    private static final double SHARP = 2;
    private static final long MOST_PIXELS = 400_000_000;

    private static final String NO_FONTS =
            "this Java finds no fonts to write names with; install some (packages fontconfig and"
                    + " fonts-dejavu), or take --to svg, which needs none";

    private Picture() {}

    /**
     * Writes a figure as PNG, in its own proportions.
     *
     * @param svg the text of the figure
     * @param width in pixels, 0 for twice the width that the figure states
     * @throws ResultException if the machine has no fonts to write its names with, or the picture would be too large
     * @throws IOException if {@code to} fails
     */
    public static void png(String svg, int width, OutputStream to) throws IOException {
        System.setProperty("java.awt.headless", "true");
        requireFonts();
        SVGDocument document = new SVGLoader()
                .load(
                        new ByteArrayInputStream(inTheLight(svg).getBytes(StandardCharsets.UTF_8)),
                        null,
                        LoaderContext.createDefault());
        if (document == null) {
            throw new IllegalStateException("the figure is no SVG");
        }
        FloatSize size = document.size();
        double scale = width == 0 ? SHARP : width / (double) size.width;
        int across = (int) Math.round(size.width * scale);
        int down = (int) Math.max(1, Math.round(size.height * scale));
        if ((long) across * down > MOST_PIXELS) {
            throw new ResultException("a picture of " + across + " x " + down
                    + " pixels is too large; ask for a smaller --width, or for --to svg, which has no size");
        }
        BufferedImage image = new BufferedImage(across, down, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, across, down);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            document.render((Component) null, graphics, new ViewBox(across, down));
        } finally {
            graphics.dispose();
        }
        ImageIO.setUseCache(false);
        if (!ImageIO.write(image, "png", to)) {
            throw new IllegalStateException("every JDK writes PNG");
        }
    }

    /** The figure without its style, which is for the dark and for programs that know of it. */
    private static String inTheLight(String svg) {
        return svg.replaceFirst("<style>[^<]*</style>", "");
    }

    /** A Java without fonts, or without its own graphics, fails in many ways, most of them as errors. */
    private static void requireFonts() {
        try {
            if (GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length > 0) {
                return;
            }
        } catch (RuntimeException | LinkageError | InternalError e) {
            throw new ResultException(NO_FONTS);
        }
        throw new ResultException(NO_FONTS);
    }
}
