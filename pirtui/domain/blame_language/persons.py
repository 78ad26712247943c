"""Finding who a sentence speaks of: person phrases become single letters in the line.

`P` a person or a group of people, `T` “they”, `t` “they” that are things, `A` a role that software can
have too, `C` an unknown name or a department that may be a product, `U` users, `N` nobody, `W` we, `I`
I, `Y` you, `O` a person who is an object, not a subject.
"""

import re

from pirtui.domain.blame_language import person_words as words
from pirtui.domain.blame_language.given_names import GIVEN_NAMES
from pirtui.domain.blame_language.lexicon import (
    ambiguous_roles,
    listed,
    names_in_lower_case,
    ordinary_words,
    phrases,
    roles,
    roles_after_determiner,
)
from pirtui.domain.blame_language.lines import Item, Line, line_of
from pirtui.domain.blame_language.tokens import Token
from pirtui.domain.blame_language.verbs import known_forms, nouns_and_verbs, plain_forms
from pirtui.domain.names import is_common_word

_LONGEST_PHRASE = 6
_ENDS = frozenset(".!?;:|")
_QUESTIONING = "did does do could would should can will"
_AUXILIARIES = "did does has had is was 's never should could might would ought"
_OBJECTS = {"him": "O", "them": "O", "us": "O"}
_SIMPLE = {"we": "W", "i": "I", "you": "Y", "u": "Y", "they": "T", **_OBJECTS}


def marked_line(tokens: list[Token], roster: frozenset[str]) -> Line:
    """The line with every person phrase as its letter."""
    return line_of(_Marking(tokens, roster).items())


class _Marking:
    def __init__(self, tokens: list[Token], roster: frozenset[str]) -> None:
        self.tokens = tokens
        self.words = [token.word for token in tokens]
        self.roster = roster
        self.roster_words = frozenset(name.lower() for name in roster)
        self.speaks_of_one = not listed(words.OF_ONE_PERSON).isdisjoint(self.words)
        self.programs = bool(listed(words.SYSTEMS_OF_OPERATORS) & set(self.words))

    def items(self) -> list[Item]:
        result: list[Item] = []
        position = 0
        while position < len(self.tokens):
            letter, end = self._person_at(position)
            token = self.tokens[position]
            if not letter:
                result.append((token.word, token.start, token.end))
                position += 1
                continue
            if letter in "PN":
                end = self._with_its_place(end)
            letter = self._as_object(letter, result, end)
            result.append((letter, token.start, self.tokens[end - 1].end))
            if token.word == "whoever":
                result.append(("who", token.start, token.end))
            position = end
        return result

    def _as_object(self, letter: str, before: list[Item], end: int) -> str:
        """Objects of prepositions and of verbs such as `paged` are no subjects."""
        last = before[-1][0] if before else "|"
        if letter == "T" and self._they_are_things(before):
            return "t"
        if last in listed(words.PREPOSITIONS):
            return "O"
        if letter in "PACUN" and last in ("and", "or") and len(before) > 1 and before[-2][0] == "O":
            return "O" if self.words[end : end + 1] not in (["should"], ["could"]) else letter
        return letter

    @staticmethod
    def _they_are_things(before: list[Item]) -> bool:
        """Whether a plural that is no person stands before `they`, and no person does."""
        earlier = [word for word, _, _ in before]
        if not {"P", "A", "C", "U", "W", "O"}.isdisjoint(earlier):
            return False
        return any(len(word) > 3 and word.endswith("s") and not word.endswith("ss") for word in earlier)

    def _person_at(self, position: int) -> tuple[str, int]:
        for find in (self._pronoun, self._name, self._nobody, self._described, self._bare):
            letter, end = find(position)
            if letter:
                return letter, end
        return "", position

    def _with_its_place(self, end: int) -> int:
        """`the guy from support`, `the folks on the night shift`: a person's place is part of it."""
        if end + 1 >= len(self.words) or self.words[end] not in listed(words.BELONGING):
            return end
        letter, behind = self._person_at(end + 1)
        if letter == "P":
            return behind
        place = end + 1
        while self.words[place : place + 1] and self.words[place] in listed(words.BEFORE_A_PLACE):
            place += 1
        if self.words[place : place + 1] and self.words[place] in listed(words.PLACES_OF_WORK):
            return place + 1 if self._may_follow(place + 1) else end
        return end

    def _longest(self, position: int, words_listed: str) -> int:
        """How many words of a listed phrase stand here."""
        known = phrases(words_listed)
        for length in range(min(_LONGEST_PHRASE, len(self.words) - position), 0, -1):
            if tuple(self.words[position : position + length]) in known:
                return length
        return 0

    def _pronoun(self, position: int) -> tuple[str, int]:
        word = self.words[position]
        if length := self._longest(position, words.PRONOUNS):
            return self._unless_determiner("P", position, position + length)
        if length := self._longest(position, words.NOBODIES):
            return self._unless_determiner("N", position, position + length)
        if word in _SIMPLE and self.tokens[position].written != "US":
            return _SIMPLE[word], position + 1
        return "", position

    def _unless_determiner(self, letter: str, position: int, end: int) -> tuple[str, int]:
        """`someone on the database team` is one person phrase, and so is `someone else`."""
        length = self._longest(
            position, words.NEGATIVE_DETERMINERS if letter == "N" else words.DETERMINERS
        )
        if length > end - position:
            role = self._role_after(position + length)
            if role[0]:
                return letter, role[1]
        if self.words[end : end + 1] == ["else"]:
            end += 1
        return letter, end

    def _name(self, position: int) -> tuple[str, int]:
        token = self.tokens[position]
        if token.word.startswith("@") and len(token.word) > 1:
            return "P", position + 1
        if self._does_what_only_people_do(position):
            return "P", position + 1
        if self._may_be_a_name(position):
            return "P" if self.speaks_of_one else "C", position + 1
        if not self._is_name(position):
            return "", position
        end = position + 1
        while end < len(self.tokens) and end < position + 3 and self._is_surname(end):
            end += 1
        return ("P", end) if self._may_follow(end, named=True) else ("", position)

    def _is_name(self, position: int) -> bool:
        token = self.tokens[position]
        written = re.sub(r"['’].*$", "", token.written)
        if token.word != written.lower():
            return False
        if written in self.roster or (token.word in self.roster_words and written[:1].isupper()):
            return True
        if token.word in self.roster_words and not is_common_word(written):
            return True
        before = self.words[position - 1] if position else "|"
        if before in ("the", "a", "an", "this", "our"):
            return False
        if written in GIVEN_NAMES:
            return True
        return token.word in names_in_lower_case() and (written.islower() or written.isupper())

    def _may_be_a_name(self, position: int) -> bool:
        """An unknown word with a capital: somebody, or a product."""
        word = self.words[position]
        if not self._is_surname(position) or len(word) < 3 or self._is_name(position):
            return False
        if position and self.words[position - 1] in listed(words.DETERMINERS) | listed(words.MODIFIERS):
            return False
        after = self.words[position + 1] if position + 1 < len(self.words) else "."
        first = not position or self.words[position - 1] in _ENDS
        if (
            first
            and after not in listed(_AUXILIARIES)
            and not (after in known_forms() and not after.endswith("s"))
        ):
            return False
        if not (
            after in listed(words.FUNCTION_WORDS) or not after[0].isalnum() or after in known_forms()
        ):
            return False
        return not (word in ordinary_words() or word.endswith(tuple(listed(words.ENDINGS_OF_THINGS))))

    def _does_what_only_people_do(self, position: int) -> bool:
        """An unknown word with a capital that forgot or botched something is a name."""
        if not self._is_surname(position) or len(self.words[position]) < 3:
            return False
        if position and self.words[position - 1] in listed(words.DETERMINERS):
            return False
        following = self.words[position + 1 : position + 6]
        return bool(
            set(following[:1]) & listed(words.ONLY_PEOPLE_DID)
            or following[:1] == ["who"]
            or following[:2] == [",", "who"]
            or (
                following[:1] in (["is"], ["was"], ["'s"])
                and set(following) & listed(words.ONLY_PEOPLE_ARE)
            )
        ) and self.words[position] not in listed(words.FUNCTION_WORDS)

    def _is_surname(self, position: int) -> bool:
        written = self.tokens[position].written
        return written[:1].isupper() and written[1:].islower() and self.words[position].isalpha()

    def _nobody(self, position: int) -> tuple[str, int]:
        if length := self._longest(position, words.NEGATIVE_DETERMINERS):
            letter, end = self._role_after(position + length)
            if letter in ("P", "A"):
                return "N", end
        return "", position

    def _described(self, position: int) -> tuple[str, int]:
        if length := self._longest(position, words.DETERMINERS):
            return self._role_after(position + length)
        return "", position

    def _role_after(self, position: int) -> tuple[str, int]:
        """The first role within reach that no thing noun follows."""
        for place in range(position, min(position + 5, len(self.words))):
            word = self.words[place]
            letter = self._role_letter(place, position, determined=True)
            if letter and self._may_follow(place + 1):
                return letter, place + 1
            if word in listed(words.FUNCTION_WORDS) or not word[0].isalnum():
                break
            if not letter and place > position and word in known_forms() and word not in roles():
                break
        return "", position

    def _bare(self, position: int) -> tuple[str, int]:
        """A role without a determiner: `ops`, `junior devs`, `on-call`."""
        for place in range(position, min(position + 4, len(self.words))):
            letter = self._role_letter(place, position, determined=False)
            if letter and self._may_follow(place + 1):
                return letter, place + 1
            if self.words[place] not in listed(words.MODIFIERS):
                break
        return self._department(position)

    def _department(self, position: int) -> tuple[str, int]:
        word = self.words[position]
        before = self.words[position - 1] if position else "|"
        if before not in (
            "|",
            ",",
            ".",
            "!",
            "?",
            ";",
            ":",
            "and",
            "but",
            "because",
            "that",
            "by",
            "while",
            "if",
        ):
            return "", position
        if word == "it" and self.tokens[position].written != "IT":
            return "", position
        if word in listed(words.DEPARTMENTS) and self._may_follow(position + 1):
            return "P", position + 1
        if word in listed(words.DEPARTMENTS_LIKE_SYSTEMS) and self._may_follow(position + 1):
            return "C", position + 1
        return "", position

    def _role_letter(self, place: int, first: int, *, determined: bool) -> str:
        word = self.words[place]
        before = self.words[place - 1] if place else ""
        known = self._software_or_person(
            word, before, bare=not determined and place == first, first=first == place
        )
        if known is not None:
            return known
        if word in roles():
            return "P"
        if word in listed(words.USERS):
            return "U"
        if not determined and place == first:
            return ""
        if word in roles_after_determiner():
            return "P"
        return "A" if word in ambiguous_roles() else ""

    def _software_or_person(self, word: str, before: str, *, bare: bool, first: bool) -> str | None:
        """What a role is that the word before it decides; nothing for all other words."""
        if word in ("manager", "managers"):
            return "P" if first or before in listed(words.HUMAN_MANAGERS) else "A"
        if word in ("operator", "operators"):
            person = "A" if self.programs else "P"
            return "" if bare and word == "operator" else person
        if word in listed(words.TOOL_LIKE) and not first and before not in listed(words.MODIFIERS):
            return "A"
        if word in ("member", "members") and before in listed(words.MEMBERS_OF):
            return "P"
        if word in ("agent", "agents") and before in listed(words.HUMAN_AGENTS):
            return "P"
        return None

    def _may_follow(self, place: int, *, named: bool = False) -> bool:
        """Whether what stands here lets the word before be a person rather than describe a thing."""
        if place >= len(self.words):
            return True
        word = self.words[place]
        if not word[0].isalnum() or word in listed(words.FUNCTION_WORDS):
            return True
        if word in known_forms() or word.endswith("ly") or word in ("on-call", "no-one"):
            return True
        if word in listed(words.NUMBERS) or (word.isdigit() and len(word) < 4):
            return True
        if named and (word[0].isdigit() or self.tokens[place - 1].written[0].isupper()):
            return word not in listed(words.NAMED_THINGS)
        if self._plain_form_follows(place):
            return True
        return word.endswith("ed") and not word.endswith("eed")

    def _plain_form_follows(self, place: int) -> bool:
        """`did the on-call wait`, `devs break things`: a plain form behind a question or a plural."""
        word, after = self.words[place], self.words[place + 1 : place + 2]
        if word in nouns_and_verbs():
            return self._is_asked(place) and (not after or after[0] in listed(words.FUNCTION_WORDS))
        if word not in plain_forms():
            return False
        role = self.words[place - 1]
        return self._is_asked(place) or role.endswith("s") or role in listed(words.PLURAL_ONLY)

    def _is_asked(self, place: int) -> bool:
        return any(word in listed(_QUESTIONING) for word in self.words[max(0, place - 6) : place])
