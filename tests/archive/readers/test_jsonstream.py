"""A document comes in pieces, and where they are cut makes no difference."""

import json

from hypothesis import example, given
from hypothesis import strategies as st

from adapters.archive.readers.jsonstream import JsonStream

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@given(
    head=st.dictionaries(st.text().filter(lambda key: key != "messages"), values, max_size=3),
    elements=st.lists(values, max_size=6),
    count=st.integers(),
    size=st.integers(1, 40),
    indent=st.sampled_from([None, 1, 2]),
    readable=st.booleans(),
)
@example(head={}, elements=[-0.5, 1e300], count=-12, size=1, indent=None, readable=True)
def test_a_document_is_the_same_in_whatever_pieces(
    head: dict[str, object], elements: list[object], count: int, size: int, indent: int | None, readable: bool
) -> None:
    head.pop("count", None)
    document = {**head, "messages": elements, "count": count}
    text = json.dumps(document, indent=indent, ensure_ascii=not readable)
    pieces = (text[start : start + size] for start in range(0, len(text), size))
    damages: list[str] = []
    stream = JsonStream(pieces, lambda _, code: damages.append(code))
    found = list(stream.members("messages"))
    assert found == [*head.items(), *(("messages", element) for element in elements), ("count", count)]
    assert stream.count == len(elements)
    assert damages == []
