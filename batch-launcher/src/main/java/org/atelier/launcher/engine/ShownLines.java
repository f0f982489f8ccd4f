package org.atelier.launcher.engine;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.charset.StandardCharsets;
import org.atelier.settings.ShownUrl;

/**
 * Log lines by a pattern, in UTF-8, with secrets in URLs masked: drivers and pools quote theirs. Named in logback.xml.
 */
public final class ShownLines extends PatternLayoutEncoder {

    @Override
    public byte[] encode(ILoggingEvent event) {
        return ShownUrl.within(getLayout().doLayout(event)).getBytes(StandardCharsets.UTF_8);
    }
}
