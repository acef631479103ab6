#: wrap and fill
import textwrap

text = "The quick brown fox jumped over the lazy dog. It was a well-known fox -- and a rather tired one at that."
print(textwrap.wrap(text, 20))
print(textwrap.fill(text, width=30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.wrap("supercalifragilistic word", 10), textwrap.wrap("supercalifragilistic word", 10, break_long_words=False))
print(textwrap.wrap("a  b\tc\n\nd", 4), textwrap.wrap("", 10), textwrap.wrap("  leading", 20), textwrap.wrap("x-y-z well-known", 6))
print(textwrap.wrap("self-contained-long-word", 12), textwrap.wrap("self-contained words", 8, break_on_hyphens=False))
print(textwrap.wrap("one two three four five", 9, max_lines=2), textwrap.wrap("One. Two. Three.", 40, fix_sentence_endings=True))
print(textwrap.wrap("a b  c", 3, drop_whitespace=False), textwrap.wrap("a\tb", 20, expand_tabs=False, replace_whitespace=False))
#: shorten
import textwrap

print(textwrap.shorten("Hello  world  from here", width=16), textwrap.shorten("Hello world", 11), textwrap.shorten("Hello world", 8, placeholder="..."))
print(textwrap.shorten("Hello", width=5), textwrap.shorten("antidisestablishmentarianism", 12))
for call in (lambda: textwrap.shorten("x", 2), lambda: textwrap.wrap("x", 0)):
    try:
        print(call())
    except ValueError as error:
        print(error)
#: dedent and indent
import textwrap

code = """
    def f():
        return 1

    \t
    x = 2
"""
print(repr(textwrap.dedent(code)))
print(repr(textwrap.dedent("  a\n   b\n c")), repr(textwrap.dedent("\ta\n\tb")), repr(textwrap.dedent("a\n  b")), repr(textwrap.dedent("")))
print(textwrap.indent("one\n\ntwo\n", "> "), textwrap.indent("a\n\nb", "+", lambda line: True), sep="|")
wrapper = textwrap.TextWrapper(width=15, initial_indent="- ")
print(wrapper.fill("some words in a row"), wrapper.wrap("x " * 10))
