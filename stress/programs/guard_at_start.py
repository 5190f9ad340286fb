def total(items):
    found = 0
    for item in items:
        found += item
    return found
def numbers(count):
    for number in range(count):
        yield number
print(total(range(3000)))
for count in range(200):
    assert total(numbers(10)) == 45
    assert total([1, 2, 3]) == 6
    assert total((1, 2, 3)) == 6
    assert total({1, 2, 3}) == 6
    assert total(range(10)) == 45
print("done")
