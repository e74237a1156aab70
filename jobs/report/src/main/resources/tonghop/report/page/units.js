// The units in the order of the chosen figure, and that figure over the periods.

const ranking = document.getElementById("ranking");
const series = document.getElementById("series");
const choose = document.getElementById("choose");
const chooseText = document.getElementById("choose-text");
const level = document.getElementById("level");
const order = document.getElementById("order");

function ranked(figure) {
    const chosen = units.slice(1).filter(unit => unit.level === level.value);
    const given = chosen.filter(unit => shown(valueOf(unit, figure)) !== null);
    const counted = given.filter(unit => valueOf(unit, figure).value !== undefined);
    const declared = given.filter(unit => valueOf(unit, figure).value === undefined);
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
    return {counted, declared, number, places, missing: others.filter(unit => !valueOf(unit, figure)?.isOverNothing),
        overNothing: others.filter(unit => valueOf(unit, figure)?.isOverNothing)};
}

// Puts the figure into the table that stands there, each unit into a line like the one in the template.
function showRanking(figure) {
    const {counted, declared, number, places, missing, overNothing} = ranked(figure);
    const most = Math.max(figure.isRate ? 100 : 0, ...[...counted, ...declared].map(number));
    const lines = [...counted, ...declared].map(unit => rankingLine(unit, figure, String(places.get(unit) ?? "–"),
        most <= 0 ? 0 : 100 * number(unit) / most));
    const named = units => units.length === 0 || lines.length === 0 ? [] : [units.length, units.map(unit => unit.name).join(", ")];
    const total = shown(valueOf(units[0], figure)) === null ? [] : [units[0].name, valueText(valueOf(units[0], figure), figure)];
    ranking.querySelector("table").hidden = lines.length === 0;
    ranking.querySelector("caption").replaceChildren(
        ...say(figure.isHighestFirst ? "units.caption-highest" : "units.caption-lowest", figure.label));
    ranking.querySelector("tbody").replaceChildren(...lines);
    document.getElementById("ranking-none").hidden = lines.length > 0;
    for (const [name, told] of Object.entries({missing: named(missing), "over-nothing": named(overNothing), total})) {
        const place = document.getElementById("ranking-" + name);
        place.hidden = told.length === 0;
        place.replaceChildren(...(told.length === 0 ? [] : say("units." + name, ...told)));
    }
}

function rankingLine(unit, figure, place, percent) {
    const line = document.getElementById("ranking-line").content.firstElementChild.cloneNode(true);
    const [rank, name, amount] = line.cells;
    const value = valueOf(unit, figure);
    rank.append(place);
    name.prepend(unit.name);
    name.querySelector("rect").setAttribute("width", Math.max(0, Math.min(100, percent)) + "%");
    amount.append(...valueButton(value, figure, unit));
    if (value.numerator !== undefined && value.denominator !== undefined) {
        amount.append(element("span", {class: "counts"}, ...both(...["vi", "en"].map(countsText(value, "/")))));
    }
    return line;
}

// The earlier periods and this one; one without the figure keeps its place and stays empty.
function points(figure) {
    const past = data.past.map(({code, label, figures}) => ({code, label, ...figures[figure.id]}));
    return [...past, {code: data.periodCode, label: data.period, isComparable: true, ...valueOf(units[0], figure)}];
}

function showSeries(figure) {
    const all = points(figure);
    const heading = element("h3", {}, ...say("series.title"));
    if (all.slice(0, -1).every(point => point.value === undefined)) {
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
    if (point.value === undefined) {
        return point.isOverNothing ? say("figures.over-nothing")
            : [element("span", {class: "missing"}, ...say("series.no-value"))];
    }
    const parts = both(...["vi", "en"].map(amountText(point.value, point.mark, figure)));
    return point.isComparable ? parts : [...parts, " ", element("span", {class: "note"}, ...say("series.not-comparable"))];
}

function chart(figure, all) {
    const width = Math.max(280, Math.min(720, series.clientWidth || 640));
    const height = 200, top = 24, bottom = 24;
    const most = Math.max(...all.map(point => Number(point.value ?? 0)), 0) || 1;
    const step = width / all.length;
    const every = Math.ceil(56 / step);
    const spoken = told("series.chart", figure.label, language => all.filter(point => point.value !== undefined)
        .map(point => point.code + " " + markedText(point.value, point.mark)(language)).join("; "));
    const language = document.documentElement.dataset.language;
    const made = drawn("svg", {class: "chart", viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": spoken(language)},
        drawn("line", {class: "axis", x1: 0, x2: width, y1: height - bottom, y2: height - bottom}));
    all.forEach((point, place) => {
        const middle = (place + 0.5) * step;
        const isLast = place === all.length - 1;
        const isLabelled = (all.length - 1 - place) % every === 0;
        if (point.value !== undefined) {
            const size = (height - top - bottom) * Math.max(0, Number(point.value)) / most;
            const wide = Math.min(step * 0.7, 56);
            made.append(drawn("rect", {class: isLast ? "now" : "then", x: middle - wide / 2, width: wide,
                y: height - bottom - size, height: size}));
            if (isLabelled) {
                made.append(drawn("text", {x: middle, y: height - bottom - size - 6, "text-anchor": "middle"},
                    markedText(point.value, point.mark)(language)));
            }
        }
        if (isLabelled) made.append(drawn("text", {x: middle, y: height - 6, "text-anchor": "middle"}, point.code));
    });
    return made;
}

function chosenFigure() {
    return figureById.get(choose.value);
}

function showChosen() {
    if (choose.value === "") return;
    showRanking(chosenFigure());
    showSeries(chosenFigure());
}

// The figures that any unit has, those that match what was typed.
function offer() {
    const wanted = folded(chooseText.value);
    const before = choose.value === "" ? data.start : choose.value;
    const isGiven = figure => units.some(unit => shown(valueOf(unit, figure)) !== null);
    const offered = figures.filter(isGiven).filter(figure => folded(figure.label + " " + figure.id).includes(wanted));
    choose.replaceChildren(...offered.map(figure => element("option", {value: figure.id}, figure.label)));
    if (offered.some(figure => figure.id === before)) choose.value = before;
    if (choose.value !== before) showChosen();
}

function startUnits() {
    if (choose === null) return;
    offer();
    showChosen();
    chooseText.addEventListener("input", offer);
    [choose, level, order].forEach(control => control.addEventListener("change", showChosen));
    window.addEventListener("resize", () => choose.value !== "" && showSeries(chosenFigure()));
}
