"""Seconds that NetworkX takes to write a graph that it has loaded: wall and processor time. usage: networkx_graphml.py IN OUT"""
import sys
import time

import networkx

graph = networkx.read_graphml(sys.argv[1], force_multigraph=True)
wall, cpu = time.perf_counter(), time.process_time()
networkx.write_graphml(graph, sys.argv[2])
print(time.perf_counter() - wall, time.process_time() - cpu)
