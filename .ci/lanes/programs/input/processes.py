"""Processes that share queues, locks, memory and a pool."""
import concurrent.futures
import multiprocessing
from multiprocessing import shared_memory


def square(number):
    if number < 0:
        raise ValueError(number)
    return number * number


def work(numbers, results, lock, gate, name):
    memory = shared_memory.SharedMemory(name)
    gate.wait()
    while (number := numbers.get()) is not None:
        with lock:
            memory.buf[number] += 1
        results.put(square(number))
    memory.close()


def workers():
    """Queues, a lock, an event, shared memory."""
    numbers, results = multiprocessing.Queue(), multiprocessing.Queue()
    lock, gate = multiprocessing.Lock(), multiprocessing.Event()
    memory = shared_memory.SharedMemory(create=True, size=32)
    processes = [multiprocessing.Process(target=work, args=(numbers, results, lock, gate, memory.name)) for _ in range(2)]
    for process in processes:
        process.start()
    for number in range(20):
        numbers.put(number)
    gate.set()
    print(sorted(results.get() for _ in range(20)))
    for _ in processes:
        numbers.put(None)
    for process in processes:
        process.join()
    print([process.exitcode for process in processes], bytes(memory.buf[:20]))
    memory.close()
    memory.unlink()


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    workers()
    with multiprocessing.Pool(2) as pool:
        print(pool.map(square, range(10)), pool.starmap(pow, [(2, 3), (3, 2)]))
    with concurrent.futures.ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as executor:
        print(list(executor.map(square, range(5))))
        try:
            executor.submit(square, -1).result()
        except ValueError as error:
            print(type(error), error)
