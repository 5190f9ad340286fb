"""Counts the words of many files with a pool of threads.

usage: word_count.py [FOLDER [THREADS]]      (without a folder: files that it writes itself)
"""
import os
import queue
import sys
import tempfile
import threading
from collections import Counter

WORDS = "the quick brown fox jumps over the lazy dog while seven boxing wizards watch".split()


def write_files(folder, count=60, lines=200):
    """Files whose words are known."""
    expected = Counter()
    state = 12345
    for number in range(count):
        text = []
        for _ in range(lines):
            line = []
            for _ in range(8):
                state = (state * 1103515245 + 12345) % 2**31
                line.append(WORDS[state // 65536 % len(WORDS)])
            expected.update(line)
            text.append(" ".join(line))
        with open(os.path.join(folder, f"text{number}.txt"), "w") as file:
            file.write("\n".join(text))
    return expected


def count_file(path):
    counts = Counter()
    with open(path, errors="replace") as file:
        for line in file:
            counts.update(word.strip(".,;:!?\"'()").lower() for word in line.split())
    del counts[""]
    return counts


def work(paths, total, lock):
    mine = Counter()
    while True:
        try:
            path = paths.get_nowait()
        except queue.Empty:
            break
        mine.update(count_file(path))
    with lock:
        total.update(mine)


def count(folder, threads):
    paths = queue.SimpleQueue()
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            paths.put(path)
    total = Counter()
    lock = threading.Lock()
    workers = [threading.Thread(target=work, args=(paths, total, lock)) for _ in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return total


def main():
    threads = int(sys.argv[2]) if len(sys.argv) > 2 else 4
    if len(sys.argv) > 1:
        total = count(sys.argv[1], threads)
        right = total == count(sys.argv[1], 1)
    else:
        with tempfile.TemporaryDirectory() as folder:
            expected = write_files(folder)
            total = count(folder, threads)
        right = total == expected
    for word, number in sorted(total.items(), key=lambda item: (-item[1], item[0]))[:5]:
        print(f"{number:8} {word}")
    print(f"{sum(total.values())} words, {len(total)} different")
    print("check: the counts are those expected:", "ok" if right else "FAILED")
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())
