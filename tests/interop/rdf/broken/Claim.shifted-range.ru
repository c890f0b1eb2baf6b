PREFIX dkg: <https://w3id.org/digestkg/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
BASE <https://w3id.org/digestkg/>

DELETE { ?claim dkg:begin ?begin ; dkg:end ?end } INSERT { ?claim dkg:begin ?first ; dkg:end ?last }
WHERE { ?claim dkg:begin ?begin ; dkg:end ?end . BIND (?begin + 1 AS ?first) BIND (?end + 1 AS ?last) }
