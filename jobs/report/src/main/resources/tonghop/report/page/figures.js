"use strict";

// The figures as PageData wrote them: units by their codes, figures by their ids.
const data = JSON.parse(document.getElementById("figure-data").textContent);
const {figures, units} = data;
const figureById = new Map(figures.map(figure => [figure.id, figure]));
const unitByCode = new Map(units.map(unit => [unit.code, Object.assign(unit, {children: []})]));
units.forEach(unit => unitByCode.get(unit.parent)?.children.push(unit));

// The fields of a value: none if it is missing; null instead if it was neither reported nor owed.
function valueOf(unit, figure) {
    const value = figure.values[unit.code];
    return value === undefined ? null : typeof value === "string" ? {value} : value ?? {};
}

// The number that is shown, as exact text: computed, else declared, else null.
function shown(value) {
    return value?.value ?? value?.declared ?? null;
}

function isWithin(unit, above) {
    while (unit !== undefined && unit !== above) unit = unitByCode.get(unit.parent);
    return unit === above;
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
    data.words[key][language].replace(/\{(\d)\}/g, (place, index) => inLanguage(args[index], language));

function inLanguage(text, language) {
    return typeof text === "function" ? text(language) : String(text);
}

function say(key, ...args) {
    const text = told(key, ...args);
    return both(text("vi"), text("en"));
}

// A number with its mark, such as "at-least", if it has one.
function markedText(number, mark) {
    return language => (mark === undefined ? "" : told("qualifier." + mark)(language) + " ") + written(number, language);
}

// The same with its unit of count.
function amountText(number, mark, figure) {
    return language => markedText(number, mark)(language) + (figure.isRate ? "%" : " " + figure.unitOfCount);
}

// Numerator and denominator of a rate.
function countsText(value, sign) {
    return language => markedText(value.numerator, value.numeratorMark)(language) + sign
        + markedText(value.denominator, value.denominatorMark)(language);
}

function valueText(value, figure) {
    return amountText(shown(value), value.mark, figure);
}

function valueParts(value, figure) {
    if (shown(value) === null) {
        return {parts: value?.isOverNothing ? say("figures.over-nothing")
            : [element("span", {class: "missing"}, ...say("figures.missing"))], note: []};
    }
    const text = valueText(value, figure);
    const parts = [...both(text("vi"), text("en"))];
    return {parts, note: value.note === undefined ? []
        : [" ", element("span", {class: "note"}, ...say("figures." + value.note))]};
}

// A button that leads from a value to its cells.
function valueButton(value, figure, unit) {
    const {parts, note} = valueParts(value, figure);
    return [element("button", {type: "button", class: "value open", onclick: () => showCells(figure, unit)}, ...parts), ...note];
}
