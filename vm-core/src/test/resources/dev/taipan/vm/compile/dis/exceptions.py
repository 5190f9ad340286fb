def f(path):
    try:
        with open(path) as file:
            return file.read()
    except (OSError, ValueError) as e:
        print(e)
    else:
        x = 1
    finally:
        done()
    del x
    return x

def g():
    try:
        f(1)
    except* ValueError as group:
        raise
