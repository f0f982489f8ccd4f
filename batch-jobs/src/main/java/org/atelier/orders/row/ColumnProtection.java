package org.atelier.orders.row;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.atelier.settings.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of personal data, by column: kept, replaced by a pseudonym, or dropped. A pseudonym is the beginning of
 * the hexadecimal HMAC-SHA-256 of the text's UTF-8 bytes, as much of it as fits the column: the same text gives the
 * same pseudonym in every run with the same key. Immutable.
 */
public final class ColumnProtection {

    private static final String HMAC = "HmacSHA256";

    /** What may be done with a column. */
    public enum Choice {
        KEEP,
        PSEUDONYMISE,
        DROP
    }

    private final Map<String, Choice> choices;
    private final @Nullable Secret key;

    /**
     * @param choices by column; the others are kept
     * @param key for pseudonyms
     * @throws IllegalArgumentException when a column is to be pseudonymised and there is no key
     */
    public ColumnProtection(Map<String, Choice> choices, @Nullable Secret key) {
        this.choices = Map.copyOf(choices);
        this.key = key;
        if (key == null && choices.containsValue(Choice.PSEUDONYMISE)) {
            throw new IllegalArgumentException("Pseudonyms need a key");
        }
    }

    /** Keeps every column. */
    public static ColumnProtection none() {
        return new ColumnProtection(Map.of(), null);
    }

    /** What is done with that column. */
    public Choice of(String column) {
        return choices.getOrDefault(column, Choice.KEEP);
    }

    /** Whether every column is kept. */
    boolean keepsAll() {
        return choices.values().stream().allMatch(choice -> choice == Choice.KEEP);
    }

    /** The value to write for a value that was read. */
    @Nullable Object apply(TargetTable.Column column, @Nullable Object value) {
        return switch (of(column.name())) {
            case KEEP -> value;
            case DROP -> null;
            case PSEUDONYMISE -> value == null ? null : pseudonym(value.toString(), column.length());
        };
    }

    private String pseudonym(String text, int longest) {
        if (key == null) {
            throw new IllegalStateException("Pseudonyms need a key");
        }
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), HMAC));
            String hex = HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
            return hex.substring(0, Math.min(hex.length(), longest));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }

    /** Changes with the choices and, where there are pseudonyms, with their key, which it does not show. */
    public String fingerprint() {
        return choices.containsValue(Choice.PSEUDONYMISE)
                ? this + " " + pseudonym(ColumnProtection.class.getName(), Integer.MAX_VALUE)
                : toString();
    }

    /** The choices alone: the key is never shown. */
    @Override
    public String toString() {
        return new TreeMap<>(choices).toString();
    }
}
