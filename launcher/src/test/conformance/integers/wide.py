"""Ints around 49, 64 and more bits, and what division by zero says."""
edges = [0, 1, -1, 7, 2**47, 2**48 - 1, -(2**48), 2**48, 2**62, 2**63 - 1, -(2**63), 2**63, 2**64 - 1, 2**64, -(2**70)]
total = 0
for left in edges:
    for right in edges:
        row = [left + right, left - right, left * right, left & right, left | right, left ^ right]
        if right:
            row += [left // right, left % right, left / right, divmod(left, right)]
            assert left == left // right * right + left % right
        if 0 <= right < 100:
            row += [left << right, left >> right]
        total = hash((total, tuple(row)))
        if left in (2**48, -(2**63), 2**63 - 1):
            print(left, right, row)
print(total)


def seeds(count):
    seed = 42
    for _ in range(count):
        seed = seed * 1103515245 + 12345 & 0x7FFFFFFF
    return seed


print(seeds(1000))


class Counted(int):
    def __add__(self, other):
        return "added"

    def __rmul__(self, other):
        return "multiplied"


def add(left, right):
    return left + right


print([add(2**60, 1), add(Counted(2**60), 1), add(True, 2**60), add(2**60, 0.5), 2**60 * Counted(2)])


def divided(left, right, how):
    try:
        return left // right if how == 0 else left % right if how == 1 else left / right
    except ZeroDivisionError as error:
        return str(error)


for left in (1, 2**60, 2**70, True, 1.5, Counted(3)):
    print([divided(left, zero, how) for zero in (0, False, 0.0) for how in range(3)])
number = 5
for statement in ("number //= 0", "number %= 0", "number /= 0", "divmod(number, 0)", "pow(0, -1)", "number ** -1 // 0"):
    try:
        exec(statement)
    except ZeroDivisionError as error:
        print(statement, error, error.args, error.__traceback__.tb_next.tb_lineno)
