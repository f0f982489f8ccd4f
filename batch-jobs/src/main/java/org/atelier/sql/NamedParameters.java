package org.atelier.sql;

import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Finds the parameters, {@code :run} or {@code ?}, of a statement: those that Jdbi's own parser finds, which is
 * generated and takes a tenth of the time of a run with nothing to do to warm up (docs/decisions/0015).
 *
 * <p>Nothing is a parameter within quotes, double quotes and comments; two colons are a cast, two question marks one
 * that is none. There are no escapes by a backslash, and dollar quotes are not known.
 */
final class NamedParameters implements SqlParser {

    @Override
    public ParsedSql parse(String sql, StatementContext context) {
        ParsedSql.Builder parsed = ParsedSql.builder();
        int done = 0;
        int at = 0;
        while (at < sql.length()) {
            int name = endOfName(sql, at);
            boolean positional = sql.charAt(at) == '?' && !sql.startsWith("??", at);
            if (name == at && !positional) {
                at = endOfText(sql, at);
                continue;
            }
            parsed.append(sql.substring(done, at));
            if (positional) {
                parsed.appendPositionalParameter();
                at++;
            } else {
                parsed.appendNamedParameter(sql.substring(at + 1, name));
                at = name;
            }
            done = at;
        }
        return parsed.append(sql.substring(done)).build();
    }

    @Override
    public String nameParameter(String rawName, StatementContext context) {
        return ":" + rawName;
    }

    /** Where the name of the parameter ends that begins here; {@code at} if none does. */
    private static int endOfName(String sql, int at) {
        if (sql.charAt(at) != ':') {
            return at;
        }
        int end = at + 1;
        while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
            end++;
        }
        return end == at + 1 ? at : end;
    }

    /**
     * Where what is no parameter ends: a quote, a comment, two characters that belong together, or one that does not.
     */
    private static int endOfText(String sql, int at) {
        return switch (sql.charAt(at)) {
            case '\'' -> endOfPart(sql, at, "'", "'");
            case '"' -> endOfPart(sql, at, "\"", "\"");
            case '/' -> endOfPart(sql, at, "/*", "*/");
            case '-' -> endOfLineComment(sql, at);
            case ':' -> sql.startsWith("::", at) ? at + 2 : at + 1;
            case '?' -> at + 2;
            default -> at + 1;
        };
    }

    private static int endOfPart(String sql, int at, String opening, String closing) {
        int found = sql.startsWith(opening, at) ? sql.indexOf(closing, at + opening.length()) : -1;
        return found < 0 ? at + 1 : found + closing.length();
    }

    private static int endOfLineComment(String sql, int at) {
        if (!sql.startsWith("--", at)) {
            return at + 1;
        }
        int found = sql.indexOf('\n', at);
        return found < 0 ? sql.length() : found;
    }
}
