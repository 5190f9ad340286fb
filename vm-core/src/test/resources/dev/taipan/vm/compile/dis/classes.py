class A(Base, metaclass=M):
    """Doc."""
    x: int = 1
    y = [x for i in range(3)]

    def method(self):
        super().method(self.x)
        return __class__, self.__private

class G[T: int](A):
    def cast(self, v: T) -> T:
        return v

type Pair[K] = tuple[K, K]
