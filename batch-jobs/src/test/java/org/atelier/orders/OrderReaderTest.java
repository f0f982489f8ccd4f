package org.atelier.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.atelier.fixtures.erp.Erp;
import org.atelier.fixtures.mysql.MysqlDatabase;
import org.atelier.fixtures.mysql.MysqlServer;
import org.atelier.orders.erp.ErpConnection;
import org.atelier.orders.erp.ErpNumber;
import org.atelier.orders.erp.ErpOrder;
import org.atelier.orders.erp.ErpTables;
import org.atelier.orders.erp.OrderBatch;
import org.atelier.orders.erp.OrderReader;
import org.atelier.orders.select.OrderSelection;
import org.atelier.transfer.OwnDiskException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both ways to read the ERP find the same orders. */
class OrderReaderTest {

    private static final int ORDERS = 10_000;

    /** The numbers from 0 on, below that of orders. */
    private static final String NUMBERS =
            "(select a.d + 10 * b.d + 100 * c.d + 1000 * e.d as n from DIGITS a, DIGITS b,"
                    .concat(" DIGITS c, DIGITS e) numbers")
                    .replace(
                            "DIGITS",
                            IntStream.range(0, 10)
                                    .mapToObj(digit -> "select " + digit + " as d")
                                    .collect(Collectors.joining(" union all ", "(", ")")));

    @TempDir
    private Path directory;

    private MysqlDatabase source;
    private Workshop workshop;
    private ErpConnection erp;

    /** Two orders a number, three of four planned, some twice; names with accents; some accessories of no order. */
    @BeforeEach
    void fillTheErp() throws Exception {
        source = MysqlServer.shared().createDatabase();
        workshop = new Workshop(source, directory);
        try (Erp filled = workshop.erp()) {
            filled.execute("insert into A_Kopf (ID, AuftragsTyp, AuNummer, AuAlpha, AufStatus, Kommission)"
                    + " select concat('É', n), n % 2, n div 2, if(n % 3 = 0, null, 'A'), 'lancer', concat('n° ', n) from "
                    + NUMBERS);
            filled.execute("insert into A_Logbuch (ID_A_Kopf, Notiz, Datum) select concat('É', n % 10000),"
                    + " if(n % 4 = 0, 'appel', 'cde Planifiée'), if(n % 7 = 0, null, '2025-03-01 10:00:00') from "
                    + NUMBERS);
            filled.execute("insert into A_Logbuch (ID_A_Kopf, Notiz) select concat('É', n), 'CDE PLANIFIEE' from "
                    + NUMBERS + " where n % 5 = 0");
            filled.execute("insert into P_Zubeh (ID_A_Kopf, Position, Kennung, ZNr, ZCode, Text)"
                    + " select concat('É', n), p.d, -7, n % 3, concat('VR', n), 'Tablier' from " + NUMBERS
                    + ", (select 1 as d union all select -2) p");
            filled.execute("insert into P_Zubeh (ID_A_Kopf, Position, Kennung, ZNr, ZCode) values ('', 1, 1, 1, 'SOP'),"
                    + " ('é1', 1, 1, 1, 'SOP'), ('nobody', 1, 1, 1, 'SOP')");
            filled.execute(
                    "insert into A_Vorgang (ID_A_Kopf, Nummer, Bezeichnung) select concat('É', n), 'VR1', null from "
                            + NUMBERS + " where n % 2 = 0");
        }
        erp = ErpConnection.open(workshop.settings().requireSource());
    }

    @AfterEach
    void drop() throws Exception {
        erp.close();
        workshop.close();
        source.close();
    }

    private OrderReader all(Path spill) throws Exception {
        OrderSelection selection = new OrderSelection(workshop.settings().selection());
        return OrderReader.all(erp, ErpTables.find(erp), selection::isPlanned, true, ORDERS, spill);
    }

    private OrderReader first() throws Exception {
        OrderSelection selection = new OrderSelection(workshop.settings().selection());
        return OrderReader.first(erp, ErpTables.find(erp), selection::isPlanned, true, null);
    }

    private static List<OrderBatch> batches(OrderReader reader) throws Exception {
        List<OrderBatch> batches = new ArrayList<>();
        for (OrderBatch batch = reader.next(); batch != null; batch = reader.next()) {
            batches.add(batch);
        }
        return batches;
    }

    private static List<ErpOrder> orders(List<OrderBatch> batches) {
        return batches.stream()
                .flatMap(batch -> batch.planned().stream())
                .map(OrderReaderTest::sorted)
                .sorted(Comparator.comparing(ErpOrder::id))
                .toList();
    }

    /** Rows of an order come in any order. */
    private static ErpOrder sorted(ErpOrder order) {
        return new ErpOrder(
                order.id(),
                order.type(),
                order.number(),
                order.extension(),
                order.status(),
                order.affair(),
                sorted(order.planned()),
                sorted(order.accessories()),
                sorted(order.operations()));
    }

    private static <T> List<T> sorted(List<T> values) {
        return values.stream().sorted(Comparator.comparing(String::valueOf)).toList();
    }

    @Test
    void the_scan_finds_what_asking_by_keys_finds() throws Exception {
        try (OrderReader scan = all(directory);
                OrderReader byKeys = first()) {
            List<OrderBatch> scanned = batches(scan);
            List<OrderBatch> asked = batches(byKeys);
            assertThat(scanned.stream().mapToLong(OrderBatch::heads).sum())
                    .isEqualTo(asked.stream().mapToLong(OrderBatch::heads).sum());
            assertThat(orders(scanned)).hasSizeGreaterThan(ORDERS / 2).isEqualTo(orders(asked));
        }
    }

    @Test
    void orders_of_one_number_are_in_one_batch() throws Exception {
        try (OrderReader scan = all(directory)) {
            List<Set<ErpNumber>> numbers = batches(scan).stream()
                    .map(batch -> batch.planned().stream()
                            .map(ErpOrder::number)
                            .filter(number -> number != null)
                            .collect(Collectors.toSet()))
                    .filter(batch -> !batch.isEmpty())
                    .toList();
            assertThat(numbers).hasSizeGreaterThan(2);
            assertThat(numbers.stream().flatMap(Set::stream)).doesNotHaveDuplicates();
        }
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    @Test
    void a_disk_that_takes_no_more_is_told_as_ours() throws Exception {
        try (OrderReader scan = all(directory.resolve("missing"))) {
            assertThatThrownBy(() -> batches(scan))
                    .isInstanceOf(OwnDiskException.class)
                    .hasMessageContaining("what is read of the ERP cannot be put aside");
        }
    }
}
