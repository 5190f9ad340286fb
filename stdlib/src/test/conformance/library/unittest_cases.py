import io
import unittest
from unittest import mock


class Sums(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("set up class")

    @classmethod
    def tearDownClass(cls):
        print("tear down class")

    def setUp(self):
        self.addCleanup(print, "cleanup", self._testMethodName)

    def test_good(self):
        self.assertEqual(1 + 1, 2)
        self.assertIn(3, [1, 2, 3])
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        with self.assertRaisesRegex(ValueError, "invalid literal"):
            int("x")

    def test_bad(self):
        self.assertEqual([1, 2, 3], [1, 2, 4])

    def test_error(self):
        {}["missing"]

    @unittest.skip("not today")
    def test_skipped(self):
        self.fail()

    @unittest.expectedFailure
    def test_expected(self):
        self.fail("as expected")

    def test_subtests(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertNotEqual(i, 1)

    def test_logs_and_warns(self):
        import logging
        import warnings
        with self.assertLogs("spam", level="INFO") as logs:
            logging.getLogger("spam").warning("hot")
        self.assertEqual(logs.output, ["WARNING:spam:hot"])
        with self.assertWarns(DeprecationWarning):
            warnings.warn("old", DeprecationWarning)


class Later(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.value = 3

    async def test_value(self):
        self.assertEqual(self.value, 3)


suite = unittest.TestSuite()
for case in (Sums, Later):
    suite.addTests(unittest.defaultTestLoader.loadTestsFromTestCase(case))
print(suite.countTestCases())
result = unittest.TestResult()
suite.run(result)
print(len(result.failures), len(result.errors), len(result.skipped), len(result.expectedFailures))
print(sorted(test.id().split(".")[-1] for test, _ in result.failures))
print([text.splitlines()[-1] for _, text in result.errors])
print(result.skipped[0][1], result.wasSuccessful())

out = io.StringIO()
case = unittest.FunctionTestCase(lambda: None, description="a function")
unittest.TextTestRunner(out, verbosity=2).run(unittest.TestSuite([case]))
print(out.getvalue().splitlines()[0])

for call in (
    lambda t: t.assertDictEqual({"a": 1}, {"a": 2}),
    lambda t: t.assertListEqual([1, 2], [1, 3]),
    lambda t: t.assertMultiLineEqual("a\nb\n", "a\nc\n"),
    lambda t: t.assertSetEqual({1}, {2}),
    lambda t: t.assertTrue(0, "zero"),
    lambda t: t.assertIsInstance(1, str),
    lambda t: t.assertGreater(1, 2),
    lambda t: t.assertCountEqual([1, 1, 2], [1, 2, 2]),
    lambda t: t.assertRegex("abc", "x"),
    lambda t: t.assertAlmostEqual(1.0, 1.1),
):
    try:
        call(unittest.TestCase())
    except AssertionError as e:
        print(e)

m = mock.Mock(return_value=7, **{"other.side_effect": KeyError("k")})
print(m(1, x=2), m.call_args, m.call_count, m.called)
try:
    m.other()
except KeyError as e:
    print("side effect", e)
m.assert_called_once_with(1, x=2)
try:
    m.assert_called_with(3)
except AssertionError as e:
    print(e)
with mock.patch("os.getcwd", return_value="/nowhere") as cwd:
    import os
    print(os.getcwd(), cwd.mock_calls)
magic = mock.MagicMock()
magic.__len__.return_value = 5
magic["k"].v = 3
print(len(magic), magic.__getitem__.call_args, mock.sentinel.x, mock.ANY == 3)
spec = mock.create_autospec(lambda a, b=1: None)
try:
    spec()
except TypeError as e:
    print(e)
