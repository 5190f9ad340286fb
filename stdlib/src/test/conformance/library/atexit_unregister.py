"""What is equal to a registered function is forgotten with it, as often as it was registered."""
import atexit


class Closing:
    def __init__(self, name):
        self.name = name

    def close(self, *given):
        print("close", self.name, *given)


first, second = Closing("first"), Closing("second")
atexit.register(first.close)
atexit.register(second.close, 1)
atexit.register(first.close, 2)
atexit.register(second.close, 3)
atexit.unregister(first.close)
atexit.unregister(print)
print("end")
atexit._run_exitfuncs()
