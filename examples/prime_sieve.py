"""A segmented sieve of Eratosthenes: the segments are sieved by several threads.

usage: prime_sieve.py [LIMIT [THREADS]]
"""
import sys
from concurrent.futures import ThreadPoolExecutor

SEGMENT = 1 << 15
KNOWN = {1000: 168, 100_000: 9592, 300_000: 25997, 1_000_000: 78498, 10_000_000: 664579}


def small_primes(limit):
    sieve = bytearray([1]) * (limit + 1)
    sieve[0:2] = b"\0\0"
    for n in range(2, int(limit**0.5) + 1):
        if sieve[n]:
            sieve[n * n :: n] = bytes(len(range(n * n, limit + 1, n)))
    return [n for n in range(limit + 1) if sieve[n]]


def count_segment(low, high, primes):
    """How many primes lie in [low, high)."""
    sieve = bytearray([1]) * (high - low)
    for p in primes:
        if p * p >= high:
            break
        first = max(p * p, (low + p - 1) // p * p)
        for n in range(first - low, high - low, p):
            sieve[n] = 0
    return sum(sieve)


def count(limit, threads):
    primes = small_primes(int(limit**0.5) + 1)
    bounds = [(low, min(low + SEGMENT, limit)) for low in range(2, limit, SEGMENT)]
    with ThreadPoolExecutor(threads) as pool:
        return sum(pool.map(lambda b: count_segment(*b, primes), bounds))


def main():
    limit = int(sys.argv[1]) if len(sys.argv) > 1 else 300_000
    threads = int(sys.argv[2]) if len(sys.argv) > 2 else 4
    found = count(limit, threads)
    expected = KNOWN.get(limit) or count(limit, 1)
    print(f"{found} primes below {limit}")
    print("check: the number is right:", "ok" if found == expected else "FAILED")
    return 0 if found == expected else 1


if __name__ == "__main__":
    sys.exit(main())
