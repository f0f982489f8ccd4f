package org.atelier.launcher.engine;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import org.atelier.launcher.run.RunRequest;
import org.atelier.run.Progress;
import org.atelier.run.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Shows on stderr how far a run is: one redrawn line on a terminal, else a line every 30 seconds. Used by the thread
 * that starts and closes it.
 */
public final class ProgressDisplay implements AutoCloseable {

    /** Set by the start script: {@code true} when stderr is a terminal. */
    private static final String TERMINAL = "atelier.terminal.err";

    private static final Duration REDRAW = Duration.ofMillis(200);
    private static final Duration LINE = Duration.ofSeconds(30);
    private static final String CLEAR = "\r\u001B[K";

    private final Progress progress;
    private final PrintStream err;
    private final Style style;
    private final ProgressLine line;
    private final long began = System.nanoTime();
    private @Nullable Timer timer;

    private enum Style {
        NONE,
        REDRAWN,
        PLAIN,
        JSON
    }

    private ProgressDisplay(Progress progress, ProgressLine line, PrintStream err, Style style) {
        this.line = line;
        this.progress = progress;
        this.err = err;
        this.style = style;
    }

    /** Shows nothing before it is started. */
    public static ProgressDisplay of(RunRequest.ProgressMode mode, Progress progress, Unit unit) {
        Style style = switch (mode) {
            case NONE -> Style.NONE;
            case JSON -> Style.JSON;
            case PLAIN -> Style.PLAIN;
            case AUTO -> Boolean.getBoolean(TERMINAL) ? Style.REDRAWN : Style.PLAIN;
        };
        return new ProgressDisplay(progress, new ProgressLine(unit), System.err, style);
    }

    /** Begins to show. */
    public void start() {
        if (style == Style.NONE) {
            return;
        }
        Duration pause = style == Style.REDRAWN ? REDRAW : LINE;
        Timer redraw = new Timer("progress", true);
        redraw.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        draw();
                    }
                },
                pause.toMillis(),
                pause.toMillis());
        timer = redraw;
    }

    private void draw() {
        Progress.Look look = progress.look();
        double seconds = (System.nanoTime() - began) / 1e9;
        if (style == Style.REDRAWN) {
            err.print(CLEAR + line.text(look, seconds));
        } else if (style == Style.JSON) {
            err.print(line.json(look, seconds) + "\n");
        } else {
            err.print(line.text(look, seconds) + "\n");
        }
        err.flush();
    }

    @Override
    public void close() {
        if (timer != null) {
            timer.cancel();
        }
        if (style == Style.REDRAWN) {
            err.print(CLEAR);
            err.flush();
        }
    }
}
