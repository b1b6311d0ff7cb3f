"""A refusal is an answer with a name: the codes are those of docs/protocol.md."""


class Refused(Exception):
    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


def demand(holds: bool, code: str) -> None:
    if not holds:
        raise Refused(code)
