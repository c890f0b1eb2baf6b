PREFIX dkg: <https://w3id.org/digestkg/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
BASE <https://w3id.org/digestkg/>

INSERT { ?claim dkg:aboutNumber ?result } WHERE { ?claim dkg:about ?result }
