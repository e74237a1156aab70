// The way from a figure to its cells, in a dialog: formula, units below, cells.

const MOST_CELLS = 500;
const MOST_UNITS = 300;
const dialog = document.getElementById("cells");
const visited = [];
let cellData = null;
let opener = null;

// The cells of a measure as CellData wrote them, or how many they are; read when they are first asked for, for they are many.
function cellsOf(measure) {
    cellData ??= JSON.parse(document.getElementById("cell-data").textContent);
    return cellData.leftOut[measure.id] ?? cellData.sheets.flatMap(sheet => sheet.rows.flatMap(({unit, row, cells, marks}) =>
        Object.entries(cells[measure.id] ?? {}).map(([cell, value]) =>
            ({...sheet, unit: unitByCode.get(unit), row, cell, value, mark: marks?.[cell]}))));
}

// What is counted by level stands in the cells of the whole measure: "x[level=commune]" of "x".
function measureOf(figure) {
    const [, id, ofLevel] = /^([^[]*)(?:\[level=(\w+)\])?$/.exec(figure.id) ?? [null, figure.id];
    return {measure: figureById.get(id) ?? figure, ofLevel};
}

function showCells(figure, unit) {
    if (!dialog.open) opener = document.activeElement;
    visited.push([figure, unit]);
    const heading = element("h2", {id: "cells-title", tabindex: "-1"}, figure.label);
    const value = valueOf(unit, figure);
    const {parts, note} = valueParts(value, figure);
    dialog.replaceChildren(
        element("button", {type: "button", class: "end", onclick: () => dialog.close()}, ...say("page.close")),
        heading,
        element("p", {}, `${unit.name} · ${data.period}`),
        element("p", {class: "big"}, ...parts, ...note),
        ...(visited.length > 1 ? [element("p", {}, element("button", {type: "button", class: "link", onclick: goBack}, ...say("cells.back")))] : []),
        ...formulaParts(figure, unit, value),
        ...(figure.isRate && value?.declared === undefined ? [] : cellParts(figure, unit, value)));
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
    heading.focus();
}

function goBack() {
    visited.pop();
    showCells(...visited.pop());
}

dialog.addEventListener("close", () => {
    visited.length = 0;
    if (opener?.isConnected) opener.focus();
});

function formulaParts(figure, unit, value) {
    if (value === null) return [];
    const title = element("h3", {}, ...say("cells.formula"));
    if (figure.isRate) {
        const parts = [title];
        if (value.numerator !== undefined && value.denominator !== undefined) {
            const text = told("cells.ratio", countsText(value, " ÷ "));
            parts.push(element("p", {class: "formula"}, ...both(text("vi"), text("en"))));
            parts.push(...countParts("cells.numerator", figure.numerator, unit));
            parts.push(...countParts("cells.denominator", figure.denominator, unit));
        }
        if (value.declared !== undefined) parts.push(element("p", {}, ...say("cells.is-declared")));
        return [...parts, ...unitParts(figure, unit)];
    }
    return unitParts(figure, unit);
}

function countParts(key, ids, unit) {
    return [element("p", {class: "formula"}, ...say(key), ": ", ...ids.flatMap((id, place) => {
        const measure = figureById.get(id);
        const value = valueOf(unit, measure);
        const link = element("button", {type: "button", onclick: () => showCells(measure, unit)}, measure.label);
        const amount = shown(value) === null ? [] : [" ", ...both(...["vi", "en"].map(valueText(value, measure)))];
        return [place === 0 ? "" : " + ", link, ...amount];
    }))];
}

// The units directly below that have the figure; whether they make up the whole is said, not supposed.
function unitParts(figure, unit) {
    const given = unit.children.filter(child => shown(valueOf(child, figure)) !== null);
    if (given.length === 0) return [];
    const whole = shown(valueOf(unit, figure));
    const addUp = !figure.isRate && whole !== null && isSumOf(whole, given.map(child => shown(valueOf(child, figure))));
    const formula = given.map(child => shown(valueOf(child, figure)));
    return [
        element("h3", {}, ...say("cells.units")),
        ...(addUp ? [element("p", {class: "formula"}, ...both(...["vi", "en"].map(language =>
            formula.map(number => written(number, language)).join(" + ") + " = " + written(whole, language))))] : []),
        element("table", {}, element("caption", {class: "hidden"}, ...say("cells.units")),
            element("thead", {}, element("tr", {},
                element("th", {scope: "col"}, ...say("units.unit")),
                element("th", {scope: "col", class: "number"}, ...say("units.value")))),
            element("tbody", {}, given.slice(0, MOST_UNITS).map(child => element("tr", {},
                element("th", {scope: "row"}, child.name),
                element("td", {class: "number"}, ...valueButton(valueOf(child, figure), figure, child))))))];
}

function cellParts(figure, unit, value) {
    const title = element("h3", {}, ...say("cells.list"));
    const {measure, ofLevel} = measureOf(figure);
    const all = cellsOf(measure);
    if (typeof all === "number") return [title, element("p", {}, ...say("cells.left-out", all, measure.id))];
    const found = all.filter(cell => isWithin(cell.unit, unit) && (ofLevel === undefined || cell.unit.level === ofLevel));
    if (found.length === 0) return [title, element("p", {}, ...say("cells.none"))];
    const whole = shown(value);
    const addUp = whole !== null && isSumOf(whole, found.map(cell => cell.value));
    const command = `tonghop explain ${figure.id} --unit ${unit.code} --period ${data.periodCode}`;
    return [title,
        ...(figure.isRate ? [] : [element("p", {class: "note"}, ...(addUp ? say("cells.adds-up") : say("cells.not-all", command)))]),
        ...(found.length > MOST_CELLS ? [element("p", {class: "note"}, ...say("cells.more", MOST_CELLS, found.length))] : []),
        cellTable(found.slice(0, MOST_CELLS))];
}

function cellTable(cells) {
    return element("div", {class: "scroll", tabindex: "0", role: "region", "aria-labelledby": "cells-title"},
        element("table", {}, element("caption", {}, ...say("cells.caption")),
            element("thead", {}, element("tr", {},
                ["units.unit", "cells.row", "cells.file", "cells.cell", "cells.value"].map(key =>
                    element("th", {scope: "col", class: key === "cells.value" ? "number" : null}, ...say(key))))),
            element("tbody", {}, cells.map(cell => element("tr", {},
                element("td", {}, cell.unit.name, ...(cell.period === undefined ? [] : [element("span", {class: "id"}, cell.period)])),
                element("td", {}, cell.row),
                element("td", {}, cell.file, element("span", {class: "id"}, `${cell.sheet} · ${cell.form}`)),
                element("td", {}, cell.cell),
                element("td", {class: "number"}, ...both(...["vi", "en"].map(markedText(cell.value, cell.mark)))))))));
}
