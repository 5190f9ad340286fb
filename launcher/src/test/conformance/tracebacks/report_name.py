class Thing:
    def __init__(self):
        self.colour = 1

    def use(self):
        return colour


try:
    Thing().color
except AttributeError as e:
    attribute_error = e
try:
    Thing().use()
except NameError as e:
    e.__context__ = attribute_error
    raise
