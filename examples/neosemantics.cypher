// For neosemantics (n10s), in an empty database: cypher-shell < neosemantics.cypher imports the Turtle at the path below.
CREATE CONSTRAINT n10s_unique_uri IF NOT EXISTS FOR (r:Resource) REQUIRE r.uri IS UNIQUE;

// Labels, types and keys are local names: (:Method {name})-[:outperforms]->(:Method). Of all properties aliases alone has several values.
CALL n10s.graphconfig.init({handleVocabUris: 'IGNORE', handleMultival: 'ARRAY', multivalPropList: ['https://w3id.org/digestkg/ontology#aliases']});

// For exports back to RDF, and for handleVocabUris 'SHORTEN', which makes the names dkg__Method, dkg__outperforms.
CALL n10s.nsprefixes.add('dkg', 'https://w3id.org/digestkg/ontology#');
CALL n10s.nsprefixes.add('rdf', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#');
CALL n10s.nsprefixes.add('rdfs', 'http://www.w3.org/2000/01/rdf-schema#');
CALL n10s.nsprefixes.add('foaf', 'http://xmlns.com/foaf/0.1/');
CALL n10s.nsprefixes.add('xsd', 'http://www.w3.org/2001/XMLSchema#');

CALL n10s.rdf.import.fetch('file:///kg/graph.ttl', 'Turtle');
