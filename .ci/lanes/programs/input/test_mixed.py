import sys
import unittest


def setUpModule():
    print("module set up", file=sys.stderr)


class Mixed(unittest.TestCase):
    """One test of each outcome."""

    def setUp(self):
        self.addCleanup(print, "cleaned", file=sys.stdout)

    def test_good(self):
        self.assertEqual(1, 1)

    def test_bad(self):
        """With a description."""
        self.assertEqual([1, 2], [1, 3], "lists")

    def test_error(self):
        {}["key"]

    def test_skipped(self):
        self.skipTest("not now")

    @unittest.expectedFailure
    def test_expected(self):
        self.fail("as expected")

    @unittest.expectedFailure
    def test_unexpected(self):
        pass

    def test_parts(self):
        for i in range(3):
            with self.subTest("part", i=i):
                self.assertNotEqual(i, 1)

    def test_text(self):
        self.assertEqual("one\ntwo\n", "one\nthree\n")


class Async(unittest.IsolatedAsyncioTestCase):
    async def test_awaits(self):
        self.assertEqual(await self.value(), 5)

    async def value(self):
        return 5


if __name__ == "__main__":
    unittest.main()
