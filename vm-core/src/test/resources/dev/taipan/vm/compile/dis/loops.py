def sums(n):
    total = 0
    for i in range(n):
        if i % 2:
            continue
        total += i
    while total > 10:
        total -= 3
        if total == 5:
            break
    else:
        return None
    while True:
        total += 1
        if not total:
            return total
