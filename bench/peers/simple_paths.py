"""networkx: the first simple paths of the graph on standard input."""

import json
import sys
import time

import networkx

task = json.load(sys.stdin)
graph = networkx.DiGraph()
for source, target, _ in task["graph"]["edges"]:
    graph.add_edge(source, target)
begun = time.perf_counter()
routes = 0
for _ in networkx.all_simple_paths(graph, task["start"], task["graph"]["end"]):
    routes += 1
    if routes == task["most"]:
        break
print(json.dumps({"routes": routes, "seconds": time.perf_counter() - begun}))
