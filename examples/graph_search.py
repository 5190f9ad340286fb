"""Breadth-first search over a graph, each level shared out among threads.

usage: graph_search.py [NODES [THREADS]]
"""
import sys
import threading


def make_graph(nodes, degree=4):
    state = 1
    edges = [set() for _ in range(nodes)]
    for node in range(nodes):
        edges[node].add((node + 1) % nodes)
        for _ in range(degree):
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
            other = (state >> 33) % nodes
            edges[node].add(other)
            edges[other].add(node)
    return edges


class Search:
    """The distances from a start; `distance` is shared, a level ends at the barrier."""

    def __init__(self, graph, start, threads):
        self.graph = graph
        self.distance = {start: 0}
        self.level = [start]
        self.depth = 0
        self.found = [[] for _ in range(threads)]
        self.threads = threads
        self.barrier = threading.Barrier(threads, action=self.next_level)

    def next_level(self):
        self.depth += 1
        self.level = [node for part in self.found for node in part]
        self.found = [[] for _ in range(self.threads)]

    def run(self, number):
        while self.level:
            mine = self.found[number]
            for node in self.level[number :: self.threads]:
                for other in self.graph[node]:
                    # The thread whose value stays is the one that found the node.
                    if self.distance.setdefault(other, claim := (self.depth + 1, number)) is claim:
                        mine.append(other)
            self.barrier.wait()

    def distances(self):
        return {n: d if isinstance(d, int) else d[0] for n, d in self.distance.items()}


def parallel(graph, start, threads):
    search = Search(graph, start, threads)
    workers = [threading.Thread(target=search.run, args=(k,)) for k in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return search.distances()


def sequential(graph, start):
    distance = {start: 0}
    level = [start]
    while level:
        following = []
        for node in level:
            for other in graph[node]:
                if other not in distance:
                    distance[other] = distance[node] + 1
                    following.append(other)
        level = following
    return distance


def main():
    nodes = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    threads = int(sys.argv[2]) if len(sys.argv) > 2 else 4
    graph = make_graph(nodes)
    found = parallel(graph, 0, threads)
    right = found == sequential(graph, 0)
    print(f"{len(found)} of {nodes} nodes reached, the farthest in {max(found.values())} steps")
    print("check: one thread finds the same distances:", "ok" if right else "FAILED")
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())
