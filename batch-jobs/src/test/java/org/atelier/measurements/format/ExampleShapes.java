package org.atelier.measurements.format;

import java.util.Collections;
import java.util.List;

/** Example files of each shape that boxes send, seeded: the same in each run. */
final class ExampleShapes {

    private static final String TRI = "Ph 1 V\tPh 2 V\tPh 3 V\tVoie1 W\tVoie2 W\tVoie3 W";
    private static final String MASTER = "02009001";
    private static final String SIX = MASTER + "\t" + String.join("\t", Collections.nCopies(6, MASTER));
    private static final List<String> SIX_LABELS = List.of("U1", "U2", "U3", "Ch1", "Ch2", "Ch3");

    private ExampleShapes() {}

    static List<ExampleMaker.Shape> all() {
        return List.of(
                plain("plain").rows(200).shape(),
                plain("with CRLF").crlf().rows(20).shape(),
                plain("clock before its first time")
                        .stamp("01/01/20 01:00:02", 1_577_840_402L)
                        .rows(50)
                        .shape(),
                plain("restart markers")
                        .rows(30)
                        .zeros(-1)
                        .rows(5)
                        .zeros(37)
                        .rows(3)
                        .zeros(0)
                        .shape(),
                plain("back by an hour").rows(30).zeros(-3600).rows(30).shape(),
                plain("bad stamps and cells")
                        .rows(3)
                        .badStamp("32/01/26 10:00:00")
                        .badCells()
                        .rows(3)
                        .shape(),
                plain("short and long rows")
                        .rows(3)
                        .shortRow()
                        .longRow()
                        .blank()
                        .rows(3)
                        .shape(),
                plain("cut in a stamp").rows(40).cut("29/10/25 1").shape(),
                plain("cut behind a tab")
                        .rows(40)
                        .cut("06/01/26 06:10:00\t251.35\t249.50\t250.45\t20.5\t0.0\t")
                        .shape(),
                plain("cut in a value")
                        .rows(40)
                        .cut("08/01/26 17:20:00\t249.02\t245.")
                        .shape(),
                slaves("mono master, slave between").rows(60).shape(),
                block("header block", "MV_T302_V003", 3).rows(60).end(true).shape(),
                block("header block with the older marker", "MV_T302_V002", 2)
                        .rows(62)
                        .end(true)
                        .shape(),
                block("header block without end", "MV_T302_V003", 3)
                        .rows(6)
                        .end(false)
                        .shape(),
                block("header block that was cut", "MV_T302_V003", 3)
                        .rows(6)
                        .cut("08/01/26 17:20:00\t249.02\t2")
                        .shape(),
                plain("unknown marker").marker("MV_T202_V002").rows(20).refused("UNSUPPORTED_FORMAT"),
                plain("widths").titles(TRI + "\tVoie4 W").rows(20).refused("HEADER_WIDTH_MISMATCH"),
                plain("no row").refused("NO_DATA_ROW"),
                plain("no stamp").badStamp("").badStamp("2026-01-05 10:00:00").refused("NO_VALID_STAMP"));
    }

    private static ExampleMaker plain(String name) {
        return new ExampleMaker(name).serials(SIX).titles(TRI).master("tri", SIX_LABELS);
    }

    private static ExampleMaker slaves(String name) {
        return new ExampleMaker(name)
                .serials(String.join("\t", MASTER, MASTER, "04009002", MASTER, "04009002", "04009003"))
                .titles("Ph 1 V\tPompe eau W\tFour W\tVoie2 W\tsans")
                .master("mono", List.of("U1", "Ch1", "Ch1", "Ch2", "Ch1"));
    }

    private static ExampleMaker block(String name, String marker, int version) {
        return plain(name).marker(marker).block("{\"FileVersion\":" + version + ",\"MasterType\":\"Tri\"}");
    }
}
