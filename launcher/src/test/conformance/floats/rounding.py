# Exact halves go to the even digit, everything else to the nearer one: in round and in every format.
TIES = [0.5, 1.5, 2.5, 3.5, 0.25, 0.75, 0.125, 0.375, 0.625, 0.875, 0.0625, 1.125, 2.375, 1e15 + 0.5, 2.0**52 + 0.5, 4.5e-1, 12.5, 25.0, 35.0, 250.0, 350.0, 1250.0, 5e22]
NEAR = [0.15, 0.35, 2.675, 1.005, 1.115, 0.285, 2.5000000000000004, 2.4999999999999996, 0.49999999999999994, 1e23, 9.995, 99.5, 999.5, 0.995]
for x in TIES + NEAR:
    for v in (x, -x):
        print(v, [round(v, n) for n in (0, 1, 2, 3, -1, -2)], round(v), [format(v, f) for f in (".0f", ".1f", ".2f", ".0e", ".1e", ".2e", ".1g", ".2g", ".3g", ".0%", ".1%")])
for x in (0.5, 2.5, 0.125, 1250.0, 9.5, 99.95):
    print(["%.*f" % (n, x) for n in range(4)], ["%.*e" % (n, x) for n in range(3)], ["%#.*g" % (n, x) for n in range(1, 4)], [format(x, ",.%df" % n) for n in range(2)], [format(x, "n")], [f"{x:.{n}}" for n in range(1, 4)])
print([round(n, -1) for n in (5, 15, 25, 35, -5, -15, -25, 45, 55, 14, 16)], [round(n, -2) for n in (50, 150, 250, 350, -50, -150, 10**20 + 50, 10**20 + 150)])
print([round(x, 400) for x in (0.1, 5e-324)], [round(x, -400) for x in (0.1, -1e308)], round(1.4e308, -308), round(-0.4, 0), round(0.0, -1), round(-0.0, 1))
try:
    print(round(1.7e308, -308))
except OverflowError as e:
    print(e)
print([complex(x, -x) for x in (0.5, 1e16, 1e-5)], [format(complex(x, -x), ".1f") for x in (0.25, 0.35)], [format(complex(2.5, 3.5), f) for f in (".0f", ".1e", ".1g")])
