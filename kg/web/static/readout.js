// What makes the pages quicker; all of them work without it.
"use strict";

// --- names are offered while one types: a combobox as ARIA describes it ---

const PAUSE = 120; // milliseconds without a key before the server is asked
const LEAST = 2; // letters
const OFFERED = 8; // names, where a site of files looks for them itself

function suggest(place) {
  const input = place.matches("input") ? place : place.querySelector("input");
  const list = document.createElement("ul");
  const told = document.createElement("p");
  let timer = 0;
  let asked = null;
  let active = -1;
  let offers = [];

  list.id = `${input.id}-suggestions`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Names that begin so");
  told.className = "hidden";
  told.setAttribute("role", "status");
  input.after(list, told);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  close();

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(offer) {
    close();
    if (place.dataset.fill) {
      input.value = offer[place.dataset.fill];
      input.focus();
    } else {
      window.location.assign(offer.url);
    }
  }

  function option(offer, number) {
    const item = document.createElement("li");
    const name = document.createElement("bdi");
    const kind = document.createElement("span");
    item.id = `${list.id}-${number}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    name.textContent = offer.name;
    kind.className = "kind";
    kind.textContent = offer.note ? `${offer.kind}, ${offer.note}` : offer.kind;
    item.append(name, " ", kind);
    item.addEventListener("mousedown", (event) => event.preventDefault());
    item.addEventListener("click", () => choose(offer));
    return item;
  }

  function show(found) {
    offers = found;
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.replaceChildren(...found.map(option));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    told.textContent = found.length === 1 ? "1 name" : `${found.length} names`;
  }

  function move(step) {
    const items = [...list.children];
    if (items.length === 0) return;
    items[active]?.setAttribute("aria-selected", "false");
    active = (active + step + items.length + (active < 0 && step < 0 ? 1 : 0)) % items.length;
    items[active].setAttribute("aria-selected", "true");
    items[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", items[active].id);
  }

  async function fetched(typed, most, signal) {
    const address = new URL(place.dataset.suggest, window.location.href);
    address.searchParams.set("q", typed);
    const answer = await fetch(address, { signal });
    return answer.ok ? answer.json() : [];
  }

  async function ask() {
    const typed = input.value.trim();
    asked?.abort();
    if (typed.length < LEAST) {
      close();
      return;
    }
    asked = new AbortController();
    try {
      const found = await (window.readoutFind ?? fetched)(typed, OFFERED, asked.signal);
      if (document.activeElement === input && input.value.trim() === typed) show(found);
    } catch (error) {
      if (error.name !== "AbortError") close(); // the form can still be sent
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !list.hidden) {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && active >= 0 && !list.hidden) {
      event.preventDefault();
      choose(offers[active]);
    }
  });
}

// --- a fact and the words it rests on show each other ---

function tie() {
  const marks = [...document.querySelectorAll("mark[data-facts]")];
  const facts = new Map();
  for (const fact of document.querySelectorAll("[data-fact]")) facts.set(fact.dataset.fact, fact);
  const words = new Map();
  for (const mark of marks) {
    for (const name of mark.dataset.facts.split(" ")) {
      if (!words.has(name)) words.set(name, []);
      words.get(name).push(mark);
    }
  }

  function follow(element, others) {
    const light = (on) => others().forEach((other) => other?.classList.toggle("lit", on));
    for (const kind of ["mouseenter", "focusin"]) element.addEventListener(kind, () => light(true));
    for (const kind of ["mouseleave", "focusout"]) element.addEventListener(kind, () => light(false));
  }

  for (const mark of marks) {
    follow(mark, () => mark.dataset.facts.split(" ").map((name) => facts.get(name)));
  }
  for (const [name, fact] of facts) follow(fact, () => words.get(name) ?? []);
}

// The anchor of a passage that another one crosses ends with it: light the rest of its words too.
function light() {
  const span = /^#char=(\d+),(\d+)$/.exec(window.location.hash);
  for (const mark of document.querySelectorAll("mark[data-at]")) {
    const at = Number(mark.dataset.at);
    mark.classList.toggle("sought", Boolean(span) && at >= Number(span[1]) && at < Number(span[2]));
  }
}

// --- SPARQL: names of the ontology are offered below the query, what it shows can be copied ---

function complete(query) {
  const names = document.getElementById(query.dataset.names);
  const known = [...names.querySelectorAll("code")].map((code) => [code.textContent, code.title]);
  const offers = document.createElement("p");
  offers.className = "offers";
  offers.setAttribute("role", "group");
  offers.setAttribute("aria-label", "Names that fit what you type");
  query.after(offers);

  function word() {
    return /[A-Za-z][\w-]*:?[\w-]*$/.exec(query.value.slice(0, query.selectionStart))?.[0] ?? "";
  }

  function offer([name, meaning]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.title = meaning;
    button.addEventListener("click", () => {
      query.setRangeText(name, query.selectionStart - word().length, query.selectionStart, "end");
      offers.replaceChildren();
      query.focus();
    });
    return button;
  }

  query.addEventListener("input", () => {
    const typed = word().toLowerCase();
    const fits = ([name]) => {
      const own = name.toLowerCase();
      return own !== typed && (own.startsWith(typed) || own.split(":")[1].startsWith(typed));
    };
    offers.replaceChildren(...(typed.length < LEAST ? [] : known.filter(fits).slice(0, 8).map(offer)));
  });
}

function copy(code) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = "Copied";
    } catch {
      window.getSelection().selectAllChildren(code); // to be copied by hand
    }
  });
  code.parentElement.after(button);
}

document.querySelectorAll("textarea[data-names]").forEach(complete);
document.querySelectorAll("[data-copy]").forEach(copy);
for (const input of document.querySelectorAll("input[list][data-suggest]")) {
  input.removeAttribute("list"); // the server offers more than the page holds
}
document.querySelectorAll("[data-suggest]").forEach(suggest);
if (document.querySelector("mark[data-facts]")) {
  tie();
  light();
  window.addEventListener("hashchange", light);
}
