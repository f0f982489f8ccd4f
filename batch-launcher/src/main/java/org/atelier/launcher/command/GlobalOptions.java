package org.atelier.launcher.command;

import java.nio.file.Path;
import org.atelier.launcher.render.ColorMode;
import org.atelier.launcher.render.OutputFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options every command takes, before or after its name. */
final class GlobalOptions {

    @Option(
            names = {"-o", "--output"},
            scope = ScopeType.INHERIT,
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "How to print the result: table, json or csv (default: table).")
    OutputFormat output = OutputFormat.TABLE;

    @Option(
            names = "--config",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "The configuration file (default: atelier.yaml here, else in the data directory).")
    @Nullable Path config;

    @Option(
            names = "--color",
            scope = ScopeType.INHERIT,
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "Colours: auto, always or never (default: auto; NO_COLOR switches them off).")
    ColorMode color = ColorMode.AUTO;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Print the result and failures only.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Say more; with a failure, print its stack trace.")
    boolean verbose;

    @Option(names = "--yes", scope = ScopeType.INHERIT, description = "Answer questions with yes.")
    boolean yes;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Print this help.")
    boolean help;
}
