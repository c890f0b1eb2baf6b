// Reads Turtle and N-Triples as strictly as RDF4J can and compares them, then counts nodes and edges by kind against graph.jsonl.

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.eclipse.rdf4j.rio.helpers.ParseErrorCollector;
import org.eclipse.rdf4j.rio.helpers.StatementCollector;

public class Read {
  static final String ontology = "https://w3id.org/digestkg/ontology#";
  static boolean failed = false;

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Model turtle = read(folder.resolve("graph.ttl"), RDFFormat.TURTLE), lines = read(folder.resolve("graph.nt"), RDFFormat.NTRIPLES);
    if (!turtle.equals(lines)) fail("graph.ttl and graph.nt differ: " + turtle.size() + " and " + lines.size() + " statements");
    Map<String, Integer> expected = counts(folder.resolve("graph.jsonl")), found = new TreeMap<>();
    for (Statement statement : turtle.filter(null, RDF.TYPE, null)) {
      String kind = statement.getObject().stringValue().replace(ontology, "");
      if (expected.containsKey(kind)) found.merge(kind, 1, Integer::sum);
    }
    if (!found.equals(expected)) fail("nodes by kind " + found + " are not " + expected);
    if (failed) System.exit(1);
    System.out.println("RDF4J, Turtle and N-Triples: the same " + turtle.size() + " statements; " + found);
  }

  static Model read(Path file, RDFFormat format) throws Exception {
    RDFParser parser = Rio.createParser(format);
    ParseErrorCollector problems = new ParseErrorCollector();
    Model model = new LinkedHashModel();
    parser.set(BasicParserSettings.VERIFY_URI_SYNTAX, true).set(BasicParserSettings.VERIFY_DATATYPE_VALUES, true)
        .set(BasicParserSettings.FAIL_ON_UNKNOWN_DATATYPES, true).setParseErrorListener(problems).setRDFHandler(new StatementCollector(model));
    try (Reader reader = Files.newBufferedReader(file)) {
      parser.parse(reader, "");
    }
    problems.getWarnings().forEach(text -> fail(file + ": " + text));
    problems.getErrors().forEach(text -> fail(file + ": " + text));
    problems.getFatalErrors().forEach(text -> fail(file + ": " + text));
    return model;
  }

  /// Labels stand in their own field, so no JSON reader is needed for them.
  static Map<String, Integer> counts(Path file) throws Exception {
    Pattern labels = Pattern.compile("^\\{\"type\":\"node\",\"id\":\"[^\"]*\",\"labels\":\\[([^\\]]*)\\]");
    Map<String, Integer> counts = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      Matcher matcher = labels.matcher(line);
      if (!matcher.find()) continue;
      Set<String> kinds = new TreeSet<>(java.util.List.of(matcher.group(1).replace("\"", "").split(",")));
      for (String kind : kinds) counts.merge(kind, 1, Integer::sum);
    }
    return counts;
  }

  static void fail(String text) {
    failed = true;
    System.err.println(text);
  }
}
