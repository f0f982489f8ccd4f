import java.nio.file.Path;
import java.time.LocalDate;
import org.atelier.fixtures.boxes.BoxOddity;
import org.atelier.fixtures.boxes.BoxTree;

/**
 * Writes a tree of measurement files: {@code WriteBoxes DIRECTORY BOXES DAYS MINUTES [odd]}, for two companies; with
 * {@code odd} every oddity as well.
 */
final class WriteBoxes {

    private WriteBoxes() {}

    public static void main(String[] arguments) {
        BoxTree tree = BoxTree.small()
                .boxes(Integer.parseInt(arguments[1]))
                .days(LocalDate.of(2025, 1, 1), Integer.parseInt(arguments[2]))
                .every(Integer.parseInt(arguments[3]));
        BoxOddity[] all = BoxOddity.values();
        System.out.println((arguments.length > 4 ? tree.with(all[0], all) : tree).writeTo(Path.of(arguments[0])));
    }
}
