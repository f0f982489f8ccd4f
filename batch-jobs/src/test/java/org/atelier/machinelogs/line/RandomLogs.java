package org.atelier.machinelogs.line;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Log files between right and rubbish: valid lines, cut up, glued together and damaged. One seed, one file. */
final class RandomLogs {

    private static final List<String> PIECES = List.of(
            "20250527 08:00:00|@StukUitgevoerd: Façade 12",
            "20250527 08:30:00|@MachineWait: 600 sec",
            "20250527 08:30:01|@MachineWait: wacht 12,5\u00A0seconden",
            "20250527 09:00:00|@MachineStop",
            "20250527 09:15:00|@MachineStart: op €tijd",
            "20250527 09:16:00|@JobProfiel: R:K70 L:1234.5 C:wit",
            "20250527 09:17:00|@ToolChange: T12|@x",
            "20250230 09:17:00|@ToolChange",
            "19991231 23:59:59|@ToolChange",
            "20250601 12:00:00|@A",
            "20250601 12:00:01|@A",
            "20250527 24:00:00|@A",
            "20250527 08:00:00|@",
            "20250527 08:00:00|@ :x",
            "20250527 08:00:00",
            "é20250527 08:00:00 |@\u2007Z\u202F:\u3000y\u2028",
            "\uD83D\uDE00",
            "\uFEFF",
            "|@",
            "|",
            "@",
            ":",
            " ",
            "\t",
            "\u000B",
            "\u001C",
            "\u00A0",
            "\u0085",
            "x",
            "0",
            "9",
            "\0",
            "\0\0\0");

    private static final List<String> ENDS = List.of("\n", "\r\n", "\r", "\n\n", "\r\0\n", "\r\r", "\n\r", "", " \n");

    private final Random random;

    RandomLogs(long seed) {
        random = new Random(seed);
    }

    byte[] file(int lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int encoding = random.nextInt(8);
        Charset charset = charset(encoding);
        out.writeBytes(mark(encoding));
        for (int i = 0; i < lines; i++) {
            // Without a mark every line may be in another encoding.
            byte[] line =
                    line().getBytes(encoding > 3 && random.nextBoolean() ? Charset.forName("windows-1252") : charset);
            out.writeBytes(random.nextInt(4) == 0 ? damaged(line) : line);
        }
        byte[] file = out.toByteArray();
        return random.nextInt(3) == 0 ? Arrays.copyOf(file, random.nextInt(file.length + 1)) : file;
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        for (int i = random.nextInt(5) == 0 ? random.nextInt(4) : 1; i > 0; i--) {
            String piece = PIECES.get(random.nextInt(random.nextBoolean() ? PIECES.size() : 8));
            boolean cut = random.nextInt(8) == 0;
            line.append(cut ? piece.substring(random.nextInt(piece.length() + 1)) : piece);
        }
        return line.append(ENDS.get(random.nextInt(ENDS.size()))).toString();
    }

    private byte[] damaged(byte[] line) {
        for (int i = random.nextInt(3); i >= 0 && line.length > 0; i--) {
            line[random.nextInt(line.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(line, line.length + random.nextInt(3)) : line;
    }

    private static Charset charset(int encoding) {
        return switch (encoding) {
            case 1 -> StandardCharsets.UTF_16LE;
            case 2 -> StandardCharsets.UTF_16BE;
            default -> StandardCharsets.UTF_8;
        };
    }

    private static byte[] mark(int encoding) {
        return encoding < 1 || encoding > 3
                ? new byte[0]
                : "\uFEFF".getBytes(encoding == 3 ? StandardCharsets.UTF_8 : charset(encoding));
    }
}
