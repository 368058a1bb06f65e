// The search of a site of files: names come in scripts, one for the first two letters of a word.
"use strict";

(() => {
  const ROOT = new URL("..", document.currentScript.src);
  const LETTERS = { æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i", ħ: "h", ß: "ss" };
  const KINDS = ["country", "organisation", "person", "office", "place", "meeting", "instrument", "topic", "article"];
  const MOST = 200; // names that the page of the search shows
  const loading = new Map();
  const waiting = new Map();

  function fold(text) {
    return text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/\p{M}/gu, "")
      .replace(/['’‘ʼʻ`´]/g, "")
      .replace(/[æœøđðþłıħß]/g, (letter) => LETTERS[letter])
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  }

  function shard(word) {
    return [...word].slice(0, 2).map((letter) => letter.codePointAt(0).toString(16)).join("-");
  }

  window.readoutNames = (name, rows) => waiting.get(name)?.(rows);

  function load(name) {
    if (!loading.has(name)) {
      loading.set(
        name,
        new Promise((resolve) => {
          const script = document.createElement("script");
          waiting.set(name, resolve);
          script.src = new URL(`find/${name}.js`, ROOT);
          script.addEventListener("error", () => resolve([])); // no name has such a word
          document.head.append(script);
        }),
      );
    }
    return loading.get(name);
  }

  // The whole name first, then names that begin so, then names with words that begin so.
  function rank(row, whole) {
    const place = row[4] === whole ? 0 : row[4].startsWith(whole) ? 1 : 2;
    return [place, KINDS.indexOf(row[1]), row[0].length, row[0]];
  }

  function compare(one, other) {
    for (let n = 0; n < one.length; n += 1) {
      if (one[n] !== other[n]) return one[n] < other[n] ? -1 : 1;
    }
    return 0;
  }

  async function find(typed, most) {
    const words = fold(typed).split(" ").filter(Boolean);
    if (words.length === 0) return [];
    const longest = words.reduce((one, other) => (other.length > one.length ? other : one));
    const rows = (await load(shard(longest))).filter((row) =>
      words.every((word) => ` ${row[4]}`.includes(` ${word}`)),
    );
    const whole = words.join(" ");
    const ranked = rows.map((row) => [rank(row, whole), row]).sort((a, b) => compare(a[0], b[0]));
    const found = new Map();
    for (const [, [name, kind, file, note]] of ranked) {
      if (!found.has(file)) found.set(file, { name, kind, note, url: new URL(file, ROOT).href });
      if (found.size === most) break;
    }
    return [...found.values()];
  }

  window.readoutFind = find;

  // --- the page of the search ---

  function line(hit) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const name = document.createElement("bdi");
    const kind = document.createElement("span");
    item.className = "told";
    link.href = hit.url;
    name.textContent = hit.name;
    kind.className = "verb";
    kind.textContent = hit.note ? `${hit.kind}, ${hit.note}` : hit.kind;
    link.append(name);
    item.append(link, " ", kind);
    return item;
  }

  async function answer(place) {
    const typed = new URLSearchParams(window.location.search).get("q") ?? "";
    if (!typed.trim()) return;
    document.querySelector("#q").value = typed;
    const hits = await find(typed, MOST);
    const told = document.createElement("p");
    const list = document.createElement("ul");
    const count = hits.length === MOST ? `The first ${MOST} names` : `${hits.length} ${hits.length === 1 ? "name" : "names"}`;
    told.textContent = hits.length ? `${count} with “${typed}”` : `No printed name has a word that begins with “${typed}”. Try fewer letters, or one word only.`;
    list.className = "lines";
    list.append(...hits.map(line));
    place.replaceChildren(told, list);
  }

  document.addEventListener("DOMContentLoaded", () => {
    const place = document.querySelector("#found");
    if (place) answer(place);
  });
})();
