import java.nio.file.Path;
import java.time.LocalDate;
import org.atelier.fixtures.logs.LogTree;

/** Writes a tree of machine logs: {@code WriteLogs DIRECTORY DAYS LINES_PER_DAY}, three centres, nothing odd. */
final class WriteLogs {

    private WriteLogs() {}

    public static void main(String[] arguments) {
        System.out.println(LogTree.seeded(1)
                .days(LocalDate.of(2025, 5, 26), Integer.parseInt(arguments[1]))
                .linesPerDay(Integer.parseInt(arguments[2]))
                .writeTo(Path.of(arguments[0])));
    }
}
