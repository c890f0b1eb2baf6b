// Validates graphs, all in one JVM: Conforms SHAPES.ttl GRAPH.nt... says `GRAPH.nt FOCUS` of each fault.

import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;

public class Conforms {
  public static void main(String[] arguments) {
    Shapes shapes = Shapes.parse(RDFDataMgr.loadGraph(arguments[0]));
    for (int i = 1; i < arguments.length; ++i) {
      String file = arguments[i];
      Graph graph = RDFDataMgr.loadGraph(file);
      ShaclValidator.get().validate(shapes, graph).getEntries().forEach(fault -> System.out.println(file + " " + fault.focusNode()));
    }
  }
}
