// The units in the order of the chosen figure, and that figure over the periods.

const ranking = document.getElementById("ranking");
const series = document.getElementById("series");
const choose = document.getElementById("choose");
const chooseText = document.getElementById("choose-text");
const level = document.getElementById("level");
const order = document.getElementById("order");

function ranked(figure) {
    const chosen = units.filter(unit => unit.number > 0 && unit.level === level.value);
    const given = chosen.filter(unit => shown(valueOf(unit, figure)) !== null);
    const counted = given.filter(unit => valueOf(unit, figure).value !== null);
    const declared = given.filter(unit => valueOf(unit, figure).value === null);
    const others = chosen.filter(unit => !given.includes(unit));
    const number = unit => Number(shown(valueOf(unit, figure)));
    // As domain/Ranking has it: by the values as they are shown, the best first; who shows the same shares a place.
    const inOrder = (one, other) => (figure.isHighestFirst ? -1 : 1) * (number(one) - number(other));
    const places = new Map();
    [...counted].sort(inOrder).forEach((unit, index, all) =>
        places.set(unit, index > 0 && inOrder(all[index - 1], unit) === 0 ? places.get(all[index - 1]) : index + 1));
    const direction = order.value === "reverse" ? -1 : 1;
    if (order.value !== "name") {
        for (const list of [counted, declared]) list.sort((one, other) => direction * inOrder(one, other));
    }
    return {counted, declared, number, places, missing: others.filter(unit => !isOverNothing(valueOf(unit, figure))),
        overNothing: others.filter(unit => isOverNothing(valueOf(unit, figure)))};
}

function showRanking(figure) {
    const {counted, declared, number, places, missing, overNothing} = ranked(figure);
    const parts = [];
    if (counted.length + declared.length === 0) {
        parts.push(element("p", {class: "note"}, ...say("units.none")));
    } else {
        const most = Math.max(figure.isRate ? 100 : 0, ...[...counted, ...declared].map(number));
        const percent = unit => most <= 0 ? 0 : 100 * number(unit) / most;
        parts.push(element("table", {class: "ranking"},
            element("caption", {}, ...say(figure.isHighestFirst ? "units.caption-highest" : "units.caption-lowest", figure.label)),
            element("thead", {}, element("tr", {},
                element("th", {scope: "col", class: "number"}, ...say("units.rank")),
                element("th", {scope: "col"}, ...say("units.unit")),
                element("th", {scope: "col", class: "number"}, ...say("units.value")))),
            element("tbody", {},
                counted.map(unit => rankingLine(unit, figure, String(places.get(unit)), percent(unit))),
                declared.map(unit => rankingLine(unit, figure, "–", percent(unit))))));
        parts.push(...unitNames("units.missing", missing), ...unitNames("units.over-nothing", overNothing));
    }
    const all = valueOf(units[0], figure);
    if (shown(all) !== null) {
        parts.push(element("p", {}, ...say("units.total", units[0].name, valueText(all, figure))));
    }
    ranking.replaceChildren(...parts);
}

function unitNames(key, named) {
    return named.length === 0 ? []
        : [element("p", {class: "note"}, ...say(key, named.length, named.map(unit => unit.name).join(", ")))];
}

function rankingLine(unit, figure, rank, percent) {
    const value = valueOf(unit, figure);
    const counts = value.numerator === null || value.denominator === null ? []
        : [element("span", {class: "counts"},
            ...both(...["vi", "en"].map(countsText(value, "/"))))];
    return element("tr", {},
        element("td", {class: "number"}, rank),
        element("th", {scope: "row"}, unit.name, bar(percent)),
        element("td", {class: "number"}, ...valueButton(value, figure, unit), ...counts));
}

// The earlier periods and this one; one without the figure keeps its place and stays empty.
function points(figure) {
    const past = data.past.map(([code, label, ofPeriod]) => {
        const found = ofPeriod.find(([number]) => number === figure.number);
        return found === undefined ? {code, label, value: null, isOverNothing: false}
            : {code, label, value: found[1], isComparable: found[2] === 1, qualifier: found[3] ?? null};
    });
    const now = valueOf(units[0], figure);
    return [...past, {code: data.periodCode, label: data.period, value: now?.value ?? null, qualifier: now?.qualifier ?? null,
        isComparable: true, isOverNothing: isOverNothing(now)}];
}

function showSeries(figure) {
    const all = points(figure);
    const heading = element("h3", {}, ...say("series.title"));
    if (all.slice(0, -1).every(point => point.value === null)) {
        series.replaceChildren(heading, element("p", {class: "note"}, ...say("series.none")));
        return;
    }
    series.replaceChildren(heading, chart(figure, all), element("table", {},
        element("caption", {}, ...say("series.caption", figure.label)),
        element("thead", {}, element("tr", {},
            element("th", {scope: "col"}, ...say("series.period")),
            element("th", {scope: "col", class: "number"}, ...say("units.value")))),
        element("tbody", {}, all.map(point => element("tr", {},
            element("th", {scope: "row"}, point.label),
            element("td", {class: "number"}, ...pointParts(point, figure)))))));
}

function pointParts(point, figure) {
    if (point.value === null) {
        return point.isOverNothing ? say("figures.over-nothing")
            : [element("span", {class: "missing"}, ...say("series.no-value"))];
    }
    const parts = both(...["vi", "en"].map(amountText(point.value, point.qualifier, figure)));
    return point.isComparable ? parts : [...parts, " ", element("span", {class: "note"}, ...say("series.not-comparable"))];
}

function chart(figure, all) {
    const width = Math.max(280, Math.min(720, series.clientWidth || 640));
    const height = 200, top = 24, bottom = 24;
    const most = Math.max(...all.map(point => Number(point.value ?? 0)), 0) || 1;
    const step = width / all.length;
    const every = Math.ceil(56 / step);
    const spoken = told("series.chart", figure.label, language => all.filter(point => point.value !== null)
        .map(point => point.code + " " + markedText(point.value, point.qualifier)(language)).join("; "));
    const language = document.documentElement.dataset.language;
    const made = drawn("svg", {class: "chart", viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": spoken(language)},
        drawn("line", {class: "axis", x1: 0, x2: width, y1: height - bottom, y2: height - bottom}));
    all.forEach((point, place) => {
        const middle = (place + 0.5) * step;
        const isLast = place === all.length - 1;
        const isLabelled = (all.length - 1 - place) % every === 0;
        if (point.value !== null) {
            const size = (height - top - bottom) * Math.max(0, Number(point.value)) / most;
            const wide = Math.min(step * 0.7, 56);
            made.append(drawn("rect", {class: isLast ? "now" : "then", x: middle - wide / 2, width: wide,
                y: height - bottom - size, height: size}));
            if (isLabelled) {
                made.append(drawn("text", {x: middle, y: height - bottom - size - 6, "text-anchor": "middle"},
                    markedText(point.value, point.qualifier)(language)));
            }
        }
        if (isLabelled) made.append(drawn("text", {x: middle, y: height - 6, "text-anchor": "middle"}, point.code));
    });
    return made;
}

function chosenFigure() {
    return figures[Number(choose.value)];
}

function showChosen() {
    if (choose.value === "") return;
    showRanking(chosenFigure());
    showSeries(chosenFigure());
}

// The figures that any unit has, those that match what was typed.
function offer() {
    const wanted = folded(chooseText.value);
    const before = choose.value === "" ? String(data.start) : choose.value;
    const isGiven = figure => values.some(ofUnit => shown(ofUnit.get(figure.number) ?? null) !== null);
    const offered = figures.filter(isGiven).filter(figure => folded(figure.label + " " + figure.id).includes(wanted));
    choose.replaceChildren(...offered.map(figure => element("option", {value: figure.number}, figure.label)));
    if (offered.some(figure => String(figure.number) === before)) choose.value = before;
    if (choose.value !== before) showChosen();
}

function startUnits() {
    if (choose === null) return;
    const levels = ["province", "district", "commune"].filter(name => units.some(unit => unit.number > 0 && unit.level === name));
    level.replaceChildren(...levels.map(name => {
        const words = data.words["level." + name];
        return element("option", {value: name, "data-vi": words[0], "data-en": words[1]}, words[0]);
    }));
    document.getElementById("level-label").hidden = levels.length < 2;
    offer();
    showChosen();
    chooseText.addEventListener("input", offer);
    [choose, level, order].forEach(control => control.addEventListener("change", showChosen));
    window.addEventListener("resize", () => choose.value !== "" && showSeries(chosenFigure()));
}
