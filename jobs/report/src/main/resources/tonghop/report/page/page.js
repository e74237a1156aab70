// The choice of language, search and filters, and the start of it all.

// Letters without their marks, so that "khieu nai" finds "Khiếu nại".
function folded(text) {
    return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").trim();
}

function setLanguage(language) {
    document.documentElement.dataset.language = language;
    for (const button of document.querySelectorAll("button[data-language]")) {
        button.setAttribute("aria-pressed", String(button.dataset.language === language));
    }
    for (const option of document.querySelectorAll("option[data-vi]")) {
        option.textContent = option.dataset[language];
        option.lang = language;
    }
    const place = data.words["page.title"][language];
    document.title = place.replace("{0}", units[0].name).replace("{1}", data.period);
    if (choose !== null) showChosen();
    try {
        localStorage.setItem("tonghop.language", language);
    } catch { /* a browser may forbid it to files; then the choice lasts as long as the page */ }
}

function startLanguage() {
    for (const button of document.querySelectorAll("button[data-language]")) {
        button.addEventListener("click", () => setLanguage(button.dataset.language));
    }
    let before = null;
    try {
        before = localStorage.getItem("tonghop.language");
    } catch { /* likewise */ }
    if (before === "en") setLanguage("en");
}

// Shows those of the items that match, and says how many.
function filter(items, isMatch, count) {
    let shownItems = 0;
    for (const item of items) {
        item.hidden = !isMatch(item);
        if (!item.hidden) shownItems++;
    }
    count.replaceChildren(...(shownItems === 0 ? say("page.none") : say("page.shown", shownItems, items.length)));
}

function startFigures() {
    const text = document.getElementById("figure-text");
    const onlyValues = document.getElementById("figure-values");
    const count = document.getElementById("figure-count");
    const rows = [...document.querySelectorAll("#figure-table tr[data-search]")];
    const groups = [...document.querySelectorAll("#figure-table tbody")];
    const searched = new Map(rows.map(row => [row, folded(row.dataset.search)]));
    const show = () => {
        const wanted = folded(text.value);
        filter(rows, row => searched.get(row).includes(wanted)
            && !(onlyValues.checked && row.dataset.missing !== undefined), count);
        groups.forEach(group => { group.hidden = !group.querySelector("tr[data-search]:not([hidden])"); });
    };
    text.addEventListener("input", show);
    onlyValues.addEventListener("change", show);
    if (rows.every(row => row.dataset.missing !== undefined)) onlyValues.checked = false;
    show();
}

function startFindings() {
    const text = document.getElementById("finding-text");
    if (text === null) return;
    const choices = ["severity", "unit", "form"].map(field => [field, document.getElementById("finding-" + field)]);
    const count = document.getElementById("finding-count");
    const items = [...document.querySelectorAll("#finding-list > li")];
    const searched = new Map(items.map(item => [item, folded(item.textContent)]));
    const show = () => {
        const wanted = folded(text.value);
        filter(items, item => searched.get(item).includes(wanted)
            && choices.every(([field, select]) => select.value === "" || item.dataset[field] === select.value), count);
    };
    text.addEventListener("input", show);
    choices.forEach(([, select]) => select.addEventListener("change", show));
    show();
}

// The values in the page's own text become buttons that lead to their cells.
function startValues() {
    for (const place of document.querySelectorAll(".value[data-figure]")) {
        const figure = figureById.get(place.dataset.figure);
        const unit = unitByCode.get(place.dataset.unit);
        const button = element("button", {type: "button", class: "value open", onclick: () => showCells(figure, unit)});
        button.append(...place.childNodes);
        place.replaceWith(button);
    }
}

document.documentElement.classList.add("scripted");
startValues();
startFigures();
startFindings();
startUnits();
startLanguage();
