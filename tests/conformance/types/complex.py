c = complex(1, 2)
print(c, c * c, abs(3 + 4j), c.real, c.conjugate(), 1j**2, 2 + 0j == 2, -1j, (1 - 2j).imag, 1j + 0.5)
for action in (lambda: 1j < 2j, lambda: int(1j)):
    try:
        print(action())
    except TypeError as error:
        print(error)
