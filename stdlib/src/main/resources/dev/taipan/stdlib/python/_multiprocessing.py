"""What multiprocessing asks of the system: nothing here yet.

Without SemLock and sem_unlink the package does as on systems that lack sem_open: modules can be
imported, pipes and listeners work, and what needs a semaphore between processes says so.
"""

flags = {}
