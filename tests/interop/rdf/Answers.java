// Asks each query of a TDB2 database, all in one JVM: Answers DATABASE FOLDER QUERY.rq... writes FOLDER/QUERY.csv and says the seconds of each.

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.tdb2.TDB2Factory;

public class Answers {
  public static void main(String[] arguments) throws Exception {
    Dataset data = TDB2Factory.connectDataset(arguments[0]);
    data.begin(ReadWrite.READ);
    for (int i = 2; i < arguments.length; ++i) {
      Path query = Path.of(arguments[i]);
      String name = query.getFileName().toString().replace(".rq", "");
      Path answer = Path.of(arguments[1], name + ".csv");
      long start = System.nanoTime();
      try (QueryExecution asked = QueryExecutionFactory.create(Files.readString(query), data); OutputStream out = Files.newOutputStream(answer)) {
        ResultSetFormatter.outputAsCSV(out, asked.execSelect());
      }
      System.out.println(name + " " + (System.nanoTime() - start) / 1e9);
    }
    data.end();
  }
}
