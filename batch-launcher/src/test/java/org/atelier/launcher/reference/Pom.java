package org.atelier.launcher.reference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What a {@code pom.xml} says of libraries. */
record Pom(Element project) {

    static Pom read(Path file) throws IOException {
        try {
            return new Pom(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    List<String> modules() {
        return children(project, "modules")
                .flatMap(modules -> children(modules, "module"))
                .map(Element::getTextContent)
                .toList();
    }

    /** Versions by group and artifact, as written; empty where none is. */
    Map<String, String> dependencies() {
        return versions(children(project, "dependencies"));
    }

    Map<String, String> managed() {
        return versions(
                children(project, "dependencyManagement").flatMap(management -> children(management, "dependencies")));
    }

    /** A text with a property in place of a reference to it. */
    String resolve(String text) {
        if (!text.startsWith("${")) {
            return text;
        }
        String name = text.substring(2, text.length() - 1);
        return children(project, "properties")
                .flatMap(properties -> children(properties, name))
                .map(Element::getTextContent)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no property " + name));
    }

    private static Map<String, String> versions(Stream<Element> lists) {
        Map<String, String> versions = new TreeMap<>();
        lists.flatMap(list -> children(list, "dependency"))
                .forEach(dependency -> versions.put(
                        text(dependency, "groupId") + ":" + text(dependency, "artifactId"),
                        text(dependency, "version")));
        return versions;
    }

    private static String text(Element parent, String name) {
        return children(parent, name).map(Element::getTextContent).findFirst().orElse("");
    }

    private static Stream<Element> children(Element parent, String name) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(element -> ((Node) element).getNodeName().equals(name));
    }
}
