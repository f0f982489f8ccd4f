package org.atelier.launcher.render;

import java.io.IOException;
import java.io.PrintStream;
import java.time.ZoneId;
import org.atelier.answer.Document;

/** Prints documents to one stream. */
public final class ResultPrinter {

    private final PrintStream out;

    public ResultPrinter(PrintStream out) {
        this.out = out;
    }

    /**
     * Prints a document and flushes.
     *
     * @param zone the zone of times in tables; JSON and CSV are in UTC
     * @param colors whether a table may use colours
     * @throws IOException when the document's lines cannot be read
     */
    public void print(Document document, OutputFormat format, ZoneId zone, boolean colors) throws IOException {
        switch (format) {
            case TABLE -> new TablePage(out, new HumanText(zone), colors).print(document);
            case JSON -> new JsonPage(out).print(document);
            case CSV -> new CsvPage(out).print(document);
        }
        out.flush();
    }
}
