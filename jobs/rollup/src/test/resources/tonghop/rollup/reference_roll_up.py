"""A second roll-up, written from the rules alone, to check the first.

Reads a folder with what a report of each period tells (so-lieu.csv's observations, the sheets, the units) and writes
nothing; prints every total that it finds different, and how many it compared.

units.csv       period,unit,parent,level,province,identity,from,to     the units of each period; identity: the same unit elsewhere
periods.csv     period,from,to
measures.csv    measure,adds,over_time,by_level
rates.csv       rate,side,measure                              the counts that rates are made of
columns.csv     form,no,measure
rules.csv       form,left,right                                equations over columns, as the form prints them
derived.csv     form,measure,sum                               measures that are sums of columns
forms.csv       form,measure                                   in the order in which forms count
owed.csv        period,unit,form                               who has to send what
stands_for.csv  form,other                                     a form that need not be sent where the other was
sheets.csv      report,file,period,form,unit,arrival           the sheets that a report stands on
so-lieu.csv     report,unit,period,form,measure,row,value,qualifier,file
totals.csv      period,unit,measure,part,value,qualifier       what the first roll-up found

A count with a rate behind it, such as asked|answer-rate, is that of the rows alone that give both sides of the rate.
"""

import csv
import re
import sys
from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

folder = Path(sys.argv[1])


def rows(name):
    with open(folder / name, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def strongest(marks):
    """Of marks in the same direction the stronger, of opposite directions 'about'."""
    marks = set(mark for mark in marks if mark)
    up = marks & {"at-least", "more-than"}
    if "about" in marks or ("nearly" in marks and up):
        return "about"
    for mark in ("nearly", "more-than", "at-least"):
        if mark in marks:
            return mark
    return ""


def reversed_marks(marks):
    """What is taken away and is more than stated leaves less, and the other way round."""
    turned = {"at-least": "nearly", "more-than": "nearly", "nearly": "more-than", "about": "about"}
    return {turned[mark] for mark in marks if mark}


class Said:
    """A value with the marks of everything that went into it."""

    def __init__(self, value=Fraction(0), marks=()):
        self.value = value
        self.marks = frozenset(marks)

    def __add__(self, other):
        return Said(self.value + other.value, self.marks | other.marks)

    def times(self, factor):
        return Said(self.value * factor, reversed_marks(self.marks) if factor < 0 else self.marks)


def added(values):
    values = [value for value in values if value is not None]
    return sum(values[1:], values[0]) if values else None


PERIODS = {row["period"]: (date.fromisoformat(row["from"]), date.fromisoformat(row["to"])) for row in rows("periods.csv")}
MEASURES = {row["measure"]: row for row in rows("measures.csv")}
FORMS = defaultdict(list)
for row in rows("forms.csv"):
    FORMS[row["form"]].append(row["measure"])
RANK = {form: rank for rank, form in enumerate(FORMS)}
COLUMNS = {(row["form"], row["no"]): row["measure"] for row in rows("columns.csv")}


def terms(form, text):
    """The measures of a printed sum such as '1 - 2', each with its sign."""
    return [(COLUMNS[form, no], -1 if sign == "-" else 1) for sign, no in re.findall(r"([+-]?)\s*(\d+)", text)]


EQUATIONS = defaultdict(list)
for row in rows("rules.csv"):
    total = terms(row["form"], row["left"])
    parts = terms(row["form"], row["right"])
    if len(total) == 1 and len(parts) > 1:
        EQUATIONS[row["form"]].append((total[0][0], parts))
for row in rows("derived.csv"):
    # What is left of a column: the column is what was taken away, and what is left.
    first, *rest = terms(row["form"], row["sum"])
    if rest and all(sign < 0 for _, sign in rest):
        EQUATIONS[row["form"]].append((first[0], [(row["measure"], 1)] + [(part, 1) for part, _ in rest]))


def identities(form):
    """The totals of flows that no equation of the form makes of flows alone, with what one makes them of."""
    found = {}
    is_flow = lambda measure: MEASURES[measure]["over_time"] == "sum" and measure not in found
    while True:
        before = len(found)
        for total, parts in EQUATIONS[form]:
            others = [other for of, other in EQUATIONS[form] if of == total]
            if is_flow(total) and not any(all(is_flow(part) for part, _ in other) for other in others):
                found[total] = parts
        if len(found) == before:
            return found


IDENTITIES = {form: identities(form) for form in FORMS}

RATES = defaultdict(lambda: defaultdict(set))
for row in rows("rates.csv"):
    RATES[row["rate"]][row["side"]].add(row["measure"])
for rate, sides in RATES.items():
    counts = set().union(*sides.values())
    while True:
        further = {part for form in FORMS for of in counts for part, _ in IDENTITIES[form].get(of, ())} - counts
        if not further:
            break
        counts |= further
    for count in counts:
        MEASURES[f"{count}|{rate}"] = dict(MEASURES[count], by_level="false")
    for form, measures in FORMS.items():
        measures += [f"{count}|{rate}" for count in counts if count in measures]
        for count in counts & IDENTITIES[form].keys():
            IDENTITIES[form][f"{count}|{rate}"] = [(f"{part}|{rate}", sign) for part, sign in IDENTITIES[form][count]]

OWED = {(row["period"], row["unit"], row["form"]) for row in rows("owed.csv")}
INSTEAD = defaultdict(list)
for row in rows("stands_for.csv"):
    INSTEAD[row["form"]].append(row["other"])

UNITS = defaultdict(dict)
CHILDREN = defaultdict(list)
SAME = defaultdict(dict)
for row in rows("units.csv"):
    UNITS[row["period"]][row["unit"]] = row
    CHILDREN[row["period"], row["parent"]].append(row["unit"])
    SAME[row["period"]][row["identity"]] = row["unit"]


def made_of(form, measure):
    """The parts of a total in the end; of anything else itself."""
    if measure not in IDENTITIES[form]:
        return {measure: 1}
    parts = defaultdict(int)
    for part, factor in IDENTITIES[form][measure]:
        for leaf, times in made_of(form, part).items():
            parts[leaf] += factor * times
    return parts


class Report:
    """What one report of one period stands on."""

    def __init__(self, period, sheets, leaves):
        self.period = period
        self.sheets = {sheet["file"]: sheet for sheet in sheets}
        self.leaves = defaultdict(list)
        self.speaking = defaultdict(set)
        for sheet in sheets:
            self.speaking[sheet["period"], self.here(sheet["unit"]), sheet["form"]].add(sheet["file"])
        for leaf in leaves:
            unit = self.here(leaf["unit"])
            self.leaves[leaf["period"], unit, leaf["form"], leaf["measure"], leaf["file"]].append(leaf)
            self.speaking[leaf["period"], unit, leaf["form"]].add(leaf["file"])

    def here(self, unit):
        return UNITS[self.period][unit]["identity"]

    def unit_in(self, period, identity):
        return UNITS[period].get(SAME[period].get(identity))

    def children(self, period, identity):
        return [UNITS[period][child]["identity"] for child in CHILDREN[period, SAME[period][identity]]]

    def above(self, period, identity):
        """The unit, the one above it and so on."""
        code = SAME[period][identity]
        while code in UNITS[period]:
            yield UNITS[period][code]["identity"]
            code = UNITS[period][code]["parent"]

    def has_sent(self, period, unit, form):
        """By a sheet or row for the period, by finer periods, or because all units below it have."""
        below = self.children(period, unit)
        return (
            any(self.speaking.get((period, unit, of)) or self.is_combined(period, unit, of) for of in [form] + INSTEAD[form])
            or bool(below)
            and all(self.has_sent(period, child, form) for child in below)
        )

    def is_combined(self, period, unit, form):
        chosen = [self.chosen(period, unit, measure) for measure in FORMS[form]]
        return any(one is not None and one[:2] == (form, True) for one in chosen)

    @lru_cache(maxsize=None)
    def speaks_for_children(self, period, unit, form):
        """Whether a row for all children together stands: nobody below owes the form, or somebody has not sent it."""
        owing = [child for child in self.children(period, unit) if (period, SAME[period][child], form) in OWED]
        return not owing or not all(self.has_sent(period, child, form) for child in owing)

    @lru_cache(maxsize=None)
    def sheet(self, period, unit, form):
        """The one sheet that says everything about a unit and form: its own, or else the latest with a row about it."""
        files = self.speaking.get((period, unit, form), ())
        own = lambda file: self.here(self.sheets[file]["unit"]) == unit
        best = max(files, key=lambda file: (own(file), int(self.sheets[file]["arrival"])), default=None)
        return best, best is not None and own(best)

    @lru_cache(maxsize=None)
    def sent(self, period, unit, form, measure):
        """What that sheet says of a measure: whether it is the unit's own, part, whole, and of all children together."""
        best, own = self.sheet(period, unit, form)
        measure, _, rate = measure.partition("|")
        leaves = self.leaves.get((period, unit, form, measure, best))
        if leaves and rate:
            given = lambda row, of: any(leaf["row"] == row for leaf in self.leaves.get((period, unit, form, of, best), ()))
            both = lambda row: all(any(given(row, of) for of in side) for side in RATES[rate].values())
            leaves = [leaf for leaf in leaves if both(leaf["row"])]
        if not leaves:
            return None
        if MEASURES[measure]["adds"] != "true":
            leaves = [leaf for leaf in leaves if not leaf["row"].startswith("{")][-1:]
        said = lambda leaf: Said(Fraction(leaf["value"]), [leaf["qualifier"]])
        scopes = defaultdict(list)
        for leaf in leaves:
            scopes[leaf["row"][0] if leaf["row"][0] in "[{" else "whole"].append(said(leaf))
        return own, added(scopes["["]), added(scopes["whole"]), added(scopes["{"])

    @lru_cache(maxsize=None)
    def cover(self, period, unit, form):
        """The longest periods that were sent and leave no day of the unit's life in the period uncovered."""
        first, last = PERIODS[period]
        row = self.unit_in(period, unit)
        first = max(first, date.fromisoformat(row["from"])) if row["from"] else first
        last = min(last, date.fromisoformat(row["to"])) if row["to"] else last
        inside = [
            finer
            for finer in PERIODS
            if finer != period
            and PERIODS[period][0] <= PERIODS[finer][0]
            and PERIODS[finer][1] <= PERIODS[period][1]
            and self.unit_in(finer, unit)
            and self.speaking.get((finer, unit, form))
        ]

        def rest(day):
            if day > last:
                return ()
            starting = [finer for finer in inside if max(first, PERIODS[finer][0]) == day and PERIODS[finer][1] >= day]
            for finer in sorted(starting, key=lambda code: (-PERIODS[code][1].toordinal(), code)):
                following = rest(PERIODS[finer][1] + timedelta(days=1))
                if following is not None:
                    return (finer,) + following
            return None

        return rest(first)

    def counts_at(self, measure, ordinal, length):
        return {
            "sum": True,
            "first": ordinal == 0,
            "last": ordinal == length - 1,
            "none": False,
        }[MEASURES[measure]["over_time"]]

    @lru_cache(maxsize=None)
    def finer(self, period, unit, form, measure):
        """What was said in one of the finer periods: own, part, what is beyond it, total, and whether as one."""
        said = self.sent(period, unit, form, measure)
        total = self.total(period, unit, measure, "all")
        if said is None:
            return None if total is None else (True, None, total, total, False)
        own, part, whole, children = said
        chosen = self.chosen(period, unit, measure)
        counts = chosen is not None and chosen[0] == form and not chosen[1]
        if counts and children is not None and self.speaks_for_children(period, unit, form):
            whole = added([whole, children])
        if counts and total is not None:
            value = total.value - (part.value if part else 0)
            beyond = Said(value, total.marks | (part.marks if part else frozenset()) | (whole.marks if whole else frozenset()))
        else:
            beyond = whole
        return own, part, beyond, total, whole is not None

    @lru_cache(maxsize=None)
    def combined(self, period, unit, form, measure):
        cover = self.cover(period, unit, form)
        if not cover:
            return None
        parts = made_of(form, measure)
        if any(MEASURES[part]["over_time"] == "none" for part in parts):
            return None
        totals = [(at, self.finer(finer, unit, form, measure)) for at, finer in enumerate(cover)]
        totals = [(at, said) for at, said in totals if said is not None]
        if measure in IDENTITIES[form]:
            for at, said in totals:
                pieces = {part: self.finer(cover[at], unit, form, part) for part in parts}
                for which in (1, 2, 3):
                    if said[which] is not None:
                        expected = sum(
                            factor * pieces[part][which].value
                            for part, factor in parts.items()
                            if pieces[part] is not None and pieces[part][which] is not None
                        )
                        if expected != said[which].value:
                            return None
            stated = totals
        else:
            stated = [(at, said) for at, said in totals if self.counts_at(measure, at, len(cover))]
        if not stated:
            return None
        part, beyond, marks = Said(), Said(), set()
        has_part = any(said[1] is not None for _, said in stated)
        is_one = any(said[4] for _, said in stated)
        for piece, factor in parts.items():
            for at, finer in enumerate(cover):
                said = self.finer(finer, unit, form, piece)
                if said is not None and self.counts_at(piece, at, len(cover)):
                    has_part = has_part or said[1] is not None
                    is_one = is_one or said[4]
                    of = set().union(*(value.marks for value in said[1:4] if value is not None)) - {""}
                    marks |= reversed_marks(of) if factor < 0 else of
                    part += said[1].times(factor) if said[1] else Said()
                    beyond += said[2].times(factor) if said[2] else Said()
        own = all(said[0] for _, said in stated)
        if not has_part and not is_one:
            return None
        return own, Said(part.value, marks) if has_part else None, Said(beyond.value, marks) if is_one else None

    @lru_cache(maxsize=None)
    def chosen(self, period, unit, measure):
        """The form that counts, whether it is put together from finer periods, and what it says."""
        candidates = []
        for form, measures in FORMS.items():
            if measure not in measures:
                continue
            if self.speaking.get((period, unit, form)):
                said = self.sent(period, unit, form, measure)
                if said:
                    candidates.append(((0, not said[0], RANK[form]), (form, False) + said[1:]))
            elif not any(self.speaking.get((period, above, form)) for above in self.above(period, unit)):
                said = self.combined(period, unit, form, measure)
                if said:
                    candidates.append(((1, not said[0], RANK[form]), (form, True) + said[1:] + (None,)))
        return min(candidates, key=lambda candidate: candidate[0])[1] if candidates else None

    @lru_cache(maxsize=None)
    def total(self, period, unit, measure, part):
        if self.unit_in(period, unit) is None:
            return None
        adds = MEASURES[measure]["adds"] == "true"
        children = self.children(period, unit) if adds else []
        given = [child for child in children if self.total(period, child, measure, "all") is not None]
        chosen = self.chosen(period, unit, measure)
        stands = bool(chosen) and chosen[3] is not None and (not given or len(given) < len(children))
        speaks_for_all = bool(chosen) and chosen[4] is not None and self.speaks_for_children(period, unit, chosen[0])
        pieces = []
        level = "level=" + self.unit_in(period, unit)["level"]
        if chosen:
            own = [chosen[2], chosen[3] if stands else None]
            marks = set().union(*(value.marks for value in chosen[2:5] if value is not None))
            below = "level=" + min(
                [self.unit_in(period, child)["level"] for child in self.children(period, unit)], default=level[6:]
            )
            if speaks_for_all and part in ("all", "children", below):
                pieces.append(Said(chosen[4].value, marks))
            by_level = part.startswith("level=") and chosen[1] and stands and measure not in IDENTITIES[chosen[0]]
            if part in ("all", "own", level) and not by_level:
                said = added(own)
                pieces.append(Said(said.value, marks) if said else None)
            elif by_level:
                pieces.append(self.levels(period, unit, chosen[0], measure, part))
        if part not in ("own", "children") and not stands and not speaks_for_all:
            pieces.extend(self.total(period, child, measure, part) for child in given)
        return added(pieces)

    def levels(self, period, unit, form, measure, part):
        cover = self.cover(period, unit, form)
        own_level = "level=" + self.unit_in(period, unit)["level"]
        return added(
            [
                self.level_in(finer, unit, form, measure, part, own_level)
                for at, finer in enumerate(cover)
                if self.counts_at(measure, at, len(cover))
            ]
        )

    def level_in(self, period, unit, form, measure, part, own_level):
        """Where another form counted, its levels say nothing of this form."""
        said = self.sent(period, unit, form, measure)
        chosen = self.chosen(period, unit, measure)
        if said is None or (chosen and chosen[0] == form and not chosen[1]):
            return self.total(period, unit, measure, part)
        whole = added([said[1], said[2]])
        if part != own_level or whole is None:
            return None
        of_others = self.total(period, unit, measure, "all")
        return Said(whole.value, whole.marks | (of_others.marks if of_others else frozenset()))


def main():
    sheets, leaves, expected = defaultdict(list), defaultdict(list), defaultdict(dict)
    for row in rows("sheets.csv"):
        sheets[row["report"]].append(row)
    for row in rows("so-lieu.csv"):
        leaves[row["report"]].append(row)
    for row in rows("totals.csv"):
        expected[row["report"]][row["unit"], row["measure"], row["part"]] = (Fraction(row["value"]), row["qualifier"])
    compared = different = 0
    for name in sorted(expected.keys() | sheets.keys()):
        period = name.split("/")[1]
        report = Report(period, sheets[name], leaves[name])
        keys = set(expected[name])
        for unit, row in UNITS[period].items():
            if row["province"] == name.split("/")[0]:
                for measure in MEASURES:
                    by_level = ["level=province", "level=district", "level=commune"]
                    parts = ["all", "own", "children"] + (by_level if MEASURES[measure]["by_level"] == "true" else [])
                    keys.update((unit, measure, part) for part in parts)
        for unit, measure, part in sorted(keys):
            said = report.total(period, UNITS[period][unit]["identity"], measure, part)
            mine = None if said is None else (said.value, strongest(said.marks))
            theirs = expected[name].get((unit, measure, part))
            compared += theirs is not None
            if mine != theirs:
                different += 1
                if different <= 20:
                    print(f"{name} {unit} {measure} {part}: roll-up {theirs}, reference {mine}")
    print(f"compared {compared}, different {different}")


sys.setrecursionlimit(10_000)
main()
