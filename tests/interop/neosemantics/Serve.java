// A Neo4j server on a folder: prints its address and ends with its standard input.

import java.nio.file.Path;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

public class Serve {
  public static void main(String[] arguments) throws Exception {
    DatabaseManagementService service = new DatabaseManagementServiceBuilder(Path.of(arguments[0])).setConfig(BoltConnector.enabled, true)
        .setConfig(BoltConnector.listen_address, new SocketAddress("localhost", 0)).build();
    try {
      var database = (GraphDatabaseAPI) service.database("neo4j");
      var ports = database.getDependencyResolver().resolveDependency(ConnectorPortRegister.class);
      System.out.println("bolt://localhost:" + ports.getLocalAddress(ConnectorType.BOLT).getPort());
      System.in.readAllBytes();
    } finally {
      service.shutdown();
    }
  }
}
