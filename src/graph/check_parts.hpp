#pragma once
// The parts of check(): each appends what it finds.

#include <digestkg/check.hpp>

#include <string>
#include <vector>

namespace digestkg {

/// `paper/2501.00001: It beats SlowNet.`
std::string told(const Graph& graph, const Claim& claim);

void check_claims(const Graph& graph, std::vector<Fault>& faults);
void check_results(const Graph& graph, std::vector<Fault>& faults);
void check_properties(const Graph& graph, std::vector<Fault>& faults);
void check_cycles(const Graph& graph, std::vector<Fault>& faults);
void check_deltas(const Graph& graph, std::vector<Fault>& faults);

}  // namespace digestkg
