"""A pipeline of producers, workers and a consumer, joined by bounded queues.

usage: pipeline.py [ITEMS [WORKERS]]
"""
import queue
import sys
import threading

END = object()


def produce(first, step, items, out):
    for number in range(first, items, step):
        out.put(number)


def collatz_length(n):
    length = 1
    while n > 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        length += 1
    return length


def work(source, out):
    while (number := source.get()) is not END:
        out.put((number, collatz_length(number)))
        source.task_done()
    source.task_done()
    out.put(END)


class Collector(threading.Thread):
    """Takes results until every worker has said that it is done."""

    def __init__(self, source, workers):
        super().__init__(name="collector")
        self.source = source
        self.workers = workers
        self.results = {}
        self.halfway = threading.Event()

    def run(self):
        done = 0
        while done < self.workers:
            item = self.source.get()
            if item is END:
                done += 1
                continue
            number, length = item
            self.results[number] = length
            if len(self.results) == self.expected // 2:
                self.halfway.set()


def main():
    items = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
    workers = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    numbers = queue.Queue(maxsize=64)
    results = queue.Queue(maxsize=64)
    collector = Collector(results, workers)
    collector.expected = items
    producers = [
        threading.Thread(target=produce, args=(k, 2, items, numbers), name=f"producer {k}")
        for k in range(2)
    ]
    pool = [threading.Thread(target=work, args=(numbers, results)) for _ in range(workers)]
    for thread in [collector, *pool, *producers]:
        thread.start()
    collector.halfway.wait()
    print("half of the results are there")
    for thread in producers:
        thread.join()
    for _ in pool:
        numbers.put(END)
    numbers.join()
    for thread in [*pool, collector]:
        thread.join()
    longest = max(collector.results, key=lambda n: (collector.results[n], -n))
    print(f"longest chain below {items}: {longest} with {collector.results[longest]} steps")
    right = collector.results == {n: collatz_length(n) for n in range(items)}
    print("check: every item went through once:", "ok" if right else "FAILED")
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())
