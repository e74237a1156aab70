"use strict";

// The figures as PageData wrote them. Fields of a value, by place:
const FIELDS = ["figure", "status", "reported", "partial", "expected",
    "value", "qualifier", "numerator", "denominator", "low", "high", "declared", "nil", "numeratorMark", "denominatorMark"];
const STATUSES = {r: "reported", c: "computed", d: "declared", a: "approximate", m: "missing"};

const data = JSON.parse(document.getElementById("figure-data").textContent);

const figures = data.figures.map(([id, label, isRate, unitOfCount, isHighestFirst, numerator, denominator], number) =>
    ({number, id, label, isRate: isRate === 1, unitOfCount,
        isHighestFirst: isHighestFirst === 1, numerator: numerator ?? [], denominator: denominator ?? []}));

const units = data.units.map(([code, name, level, parent], number) =>
    ({number, code, name, level, parent, children: []}));
units.forEach(unit => unit.parent >= 0 && units[unit.parent].children.push(unit));

// By unit and figure; what is not there was neither reported nor owed.
const values = data.values.map(ofUnit => new Map(ofUnit.map(fields => {
    const value = Object.fromEntries(FIELDS.map((name, place) => [name, fields[place] ?? null]));
    value.status = STATUSES[value.status];
    return [value.figure, value];
})));

function valueOf(unit, figure) {
    return values[unit.number].get(figure.number) ?? null;
}

// The number that is shown, as exact text: computed, else declared, else null.
function shown(value) {
    return value === null ? null : value.value ?? value.declared;
}

// A rate that was counted, with a denominator of 0: it is not missing.
function isOverNothing(value) {
    return value !== null && value.status === "computed" && value.value === null;
}

function isWithin(unit, above) {
    while (unit.number !== above.number && unit.parent >= 0) unit = units[unit.parent];
    return unit.number === above.number;
}

// Numbers are texts such as "-1234.5": no digit is lost on the way to the reader.
function written(number, language) {
    const [, sign, whole, decimals] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(number);
    const [group, point] = language === "vi" ? [".", ","] : [",", "."];
    return sign + whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, group) + (decimals ? point + decimals : "");
}

// Exact sums: in integers of the smallest decimal.
function sum(numbers) {
    const decimals = Math.max(0, ...numbers.map(number => (number.split(".")[1] ?? "").length));
    const scaled = numbers.map(number => {
        const [whole, fraction = ""] = number.split(".");
        return BigInt(whole + fraction.padEnd(decimals, "0"));
    });
    return {total: scaled.reduce((one, other) => one + other, 0n), decimals};
}

function isSumOf(number, numbers) {
    const all = sum([...numbers, number]);
    const [whole, fraction = ""] = number.split(".");
    return all.total === 2n * BigInt(whole + fraction.padEnd(all.decimals, "0"));
}

// Elements: text goes in as text, never as markup.
function element(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (name === "onclick") made.addEventListener("click", value);
        else if (value !== null && value !== undefined) made.setAttribute(name, value);
    }
    made.append(...children.flat());
    return made;
}

function drawn(tag, attributes = {}, ...children) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
}

function both(vietnamese, english) {
    return vietnamese === english
        ? [vietnamese]
        : [element("span", {class: "vi"}, vietnamese), element("span", {class: "en", lang: "en"}, english)];
}

// Something that reads differently in the two languages: a function of the language.
const told = (key, ...args) => language =>
    data.words[key][language === "vi" ? 0 : 1].replace(/\{(\d)\}/g, (place, index) => inLanguage(args[index], language));

function inLanguage(text, language) {
    return typeof text === "function" ? text(language) : String(text);
}

function say(key, ...args) {
    const text = told(key, ...args);
    return both(text("vi"), text("en"));
}

// A number with its mark, such as "at-least" or null.
function markedText(number, qualifier) {
    return language => (qualifier === null ? "" : told("qualifier." + qualifier)(language) + " ") + written(number, language);
}

// The same with its unit of count.
function amountText(number, qualifier, figure) {
    return language => markedText(number, qualifier)(language) + (figure.isRate ? "%" : " " + figure.unitOfCount);
}

// Numerator and denominator of a rate.
function countsText(value, sign) {
    return language => markedText(value.numerator, value.numeratorMark)(language) + sign
        + markedText(value.denominator, value.denominatorMark)(language);
}

function valueText(value, figure) {
    return amountText(shown(value), value.qualifier, figure);
}

function valueParts(value, figure) {
    if (shown(value) === null) {
        return isOverNothing(value) ? {parts: say("figures.over-nothing"), note: []}
            : {parts: [element("span", {class: "missing"}, ...say("figures.missing"))], note: []};
    }
    const text = valueText(value, figure);
    const parts = [...both(text("vi"), text("en"))];
    const note = value.nil ? "figures.nil" : value.value === null ? "figures.declared"
        : value.status === "approximate" ? "figures.approximate" : null;
    return {parts, note: note === null ? [] : [" ", element("span", {class: "note"}, ...say(note))]};
}

// A button that leads from a value to its cells.
function valueButton(value, figure, unit) {
    const {parts, note} = valueParts(value, figure);
    return [element("button", {type: "button", class: "value open", onclick: () => showCells(figure, unit)}, ...parts), ...note];
}

function bar(percent) {
    const width = Math.max(0, Math.min(100, percent)) + "%";
    return drawn("svg", {class: "bar", "aria-hidden": "true"}, drawn("rect", {width, height: "100%"}));
}
