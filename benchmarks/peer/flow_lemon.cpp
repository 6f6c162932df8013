// Times LEMON's network simplex on minimum-cost flow problems in DIMACS format: RUNS and the files as arguments. The time is from
// the graph and its maps to the flow, without reading the file.
#include <lemon/dimacs.h>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>

using Graph = lemon::SmartDigraph;
using Simplex = lemon::NetworkSimplex<Graph, long long, long long>;

int main(int argc, char **argv) {
    int runs = std::atoi(argv[1]);
    for (int file = 2; file < argc; file++) {
        std::ifstream in(argv[file]);
        Graph graph;
        Graph::ArcMap<long long> lower(graph), capacity(graph), cost(graph);
        Graph::NodeMap<long long> supply(graph);
        lemon::readDimacsMin(in, graph, lower, capacity, cost, supply);
        for (int run = 0; run < runs; run++) {
            auto begin = std::clock();
            Simplex simplex(graph);
            simplex.upperMap(capacity).costMap(cost).supplyMap(supply);
            auto status = simplex.run();
            double took = 1000.0 * (std::clock() - begin) / CLOCKS_PER_SEC;
            if (status != Simplex::OPTIMAL) {
                std::cerr << "flow_lemon: " << argv[file] << " is not solved\n";
                return 1;
            }
            std::cout << argv[file] << " lemon cold " << took << " " << simplex.totalCost<long long>() << "\n";
        }
    }
}
