package org.atelier.launcher.engine;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.atelier.launcher.render.JsonLine;
import org.atelier.settings.ShownUrl;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;

/**
 * Log lines as JSON objects that all have the same fields: {@code time} (UTC), {@code level}, {@code job}, {@code run},
 * {@code step}, {@code file}, {@code logger}, {@code thread}, {@code message}, {@code error} (a stack trace). What does
 * not apply is null. An event is encoded by the thread that logs it, which knows its step.
 */
final class JsonLogLines extends EncoderBase<ILoggingEvent> {

    private static final String FILE = "file";

    private final String job;
    private volatile @Nullable Long runId;
    private final ThrowableProxyConverter stackTrace = new ThrowableProxyConverter();

    private JsonLogLines(String job) {
        this.job = job;
    }

    /** For a run of that job, which has no id yet. */
    static JsonLogLines of(Context context, String job) {
        JsonLogLines lines = new JsonLogLines(job);
        lines.setContext(context);
        lines.start();
        return lines;
    }

    /** From now on lines are of that run. */
    void run(long id) {
        runId = id;
    }

    @Override
    public void start() {
        stackTrace.setContext(getContext());
        stackTrace.start();
        super.start();
    }

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("time", event.getInstant());
        line.put("level", event.getLevel());
        line.put("job", job);
        line.put("run", runId);
        line.put("step", step());
        line.put(FILE, file(event));
        line.put("logger", event.getLoggerName());
        line.put("thread", event.getThreadName());
        line.put("message", ShownUrl.within(event.getFormattedMessage()));
        line.put("error", event.getThrowableProxy() == null ? null : ShownUrl.within(stackTrace.convert(event)));
        return (JsonLine.of(line) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable String step() {
        StepContext context = StepSynchronizationManager.getContext();
        return context == null ? null : context.getStepName();
    }

    private static @Nullable String file(ILoggingEvent event) {
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs != null) {
            for (KeyValuePair pair : pairs) {
                if (pair.key.equals(FILE)) {
                    return String.valueOf(pair.value);
                }
            }
        }
        return event.getMDCPropertyMap().get(FILE);
    }
}
