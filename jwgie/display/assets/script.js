// Lights, in the report, the words that say the value pointed at, and tells what is known of it; and the other way round.
// All texts are in the page already; nothing is counted, parsed or fetched here.
(() => {
  "use strict";

  const names = (value) => (value ? value.split(" ") : []);

  function start(root) {
    const text = root.querySelector(".j-text");
    const told = root.querySelector(".j-told");
    const close = root.querySelector(".j-close");
    const hint = told && told.firstElementChild;
    const rows = new Map([...root.querySelectorAll("tr[data-n]")].map((row) => [row.dataset.n, row]));
    const calm = matchMedia("(prefers-reduced-motion: reduce)");
    let pinned = null;
    let shown = null;
    let timer = 0;

    const all = (selector, from = root) => (from ? [...from.querySelectorAll(selector)] : []);
    const record = () => root.querySelector(".j-record:not([hidden])");

    function clear() {
      for (const lit of all(".on, .near")) lit.classList.remove("on", "near");
      shown = null;
    }

    /** Scrolls a pane, never the page, so that the first of some elements is seen; not if one of them is. */
    function reveal(pane, elements) {
      if (!pane || !elements.length) return;
      const box = pane.getBoundingClientRect();
      const seen = (e) => e.getBoundingClientRect().top >= box.top && e.getBoundingClientRect().bottom <= box.bottom;
      if (elements.some(seen)) return;
      const first = elements[0].getBoundingClientRect();
      const top = pane.scrollTop + first.top - box.top - Math.max(16, (box.height - first.height) / 3);
      pane.scrollTo({ top, behavior: calm.matches ? "auto" : "smooth" });
    }

    function tell(...nodes) {
      if (told) told.replaceChildren(...nodes);
    }

    function light(evidence) {
      const lit = evidence.flatMap((name) => all(`.e[data-e~="${name}"]`, text));
      for (const run of lit) run.classList.add("on");
      return lit;
    }

    function showValue(value) {
      clear();
      shown = value;
      value.classList.add("on");
      reveal(text, light(names(value.dataset.e)));
      tell(...[...value.nextElementSibling.childNodes].map((node) => node.cloneNode(true)));
    }

    /** A mention and what it lies in: what was read in each, from the table of mentions; and the values that it says. */
    function showMention(mention) {
      clear();
      shown = mention;
      const parts = all(`.m[data-m="${mention.dataset.m}"]`, text);
      for (const part of parts) part.classList.add("on");
      const lines = [];
      for (let m = mention; m && text.contains(m); m = m.parentElement.closest(".m[data-m]")) {
        const row = rows.get(m.dataset.m);
        if (row) lines.push(describe(row));
      }
      const of = names(rows.get(mention.dataset.m)?.dataset.of);
      const values = all(".v", record()).filter((v) => names(v.dataset.e).some((name) => of.includes(name)));
      for (const value of values) value.classList.add("near");
      tell(...lines);
      return parts;
    }

    function describe(row) {
      const [words, label, value, rule, sure = []] = [...row.cells].map((cell) => [...cell.childNodes].map((node) => node.cloneNode(true)));
      const line = document.createElement("span");
      line.className = "j-reason";
      const kind = document.createElement("b");
      kind.append(...label);
      const quote = document.createElement("q");
      quote.append(words[0].textContent);
      quote.dir = words[0].dir;
      quote.lang = words[0].lang;
      const small = document.createElement("small");
      small.append(row.closest("table").dataset.rule, " ", ...rule, ...(sure.length ? [" · ", ...sure] : []));
      line.append(kind, " ", ...value, quote, small);
      return line;
    }

    function show(target) {
      if (target.matches(".v")) showValue(target);
      else showMention(target);
    }

    function pin(target) {
      pinned?.setAttribute("aria-pressed", "false");
      pinned = target;
      if (target) {
        if (target.matches(".v")) target.setAttribute("aria-pressed", "true");
        show(target);
      } else {
        clear();
        tell(hint);
      }
      if (close) close.hidden = !target;
    }

    const pointed = (event) => event.target.closest?.(".v, .m[data-m]");

    root.addEventListener("pointerover", (event) => {
      const target = pointed(event);
      if (event.pointerType !== "mouse" || pinned || target === shown) return;
      clearTimeout(timer);
      // A moment's rest, so that the text does not run about under a pointer that only passes by.
      timer = setTimeout(() => (target ? show(target) : pin(null)), target ? 60 : 250);
    });
    root.addEventListener("pointerleave", () => {
      clearTimeout(timer);
      if (!pinned) timer = setTimeout(() => pin(null), 250);
    });
    root.addEventListener("focusin", (event) => {
      const target = pointed(event);
      if (target && !pinned && target.matches(":focus-visible")) show(target);
    });
    root.addEventListener("click", (event) => {
      if (event.target.closest(".j-close")) return pin(null);
      const find = event.target.closest(".j-find");
      if (find) {
        const mention = text.querySelector(`.m[data-m="${find.closest("tr").dataset.n}"]`);
        if (mention) {
          pin(mention);
          reveal(text, [mention]);
        }
        return;
      }
      const quote = event.target.closest(".j-told q[data-e]");
      if (quote) return reveal(text, all(`.e[data-e~="${quote.dataset.e}"]`, text).slice(0, 1));
      const target = pointed(event);
      if (target) pin(target === pinned ? null : target);
      else if (event.target.closest(".j-text, .j-records") && getSelection().isCollapsed) pin(null);
    });

    // Arrow keys walk through the mentions of the report, which are one stop of the tab key.
    const mentions = all(".m[data-m]", text);
    text?.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !mentions.length) return;
      const onward = text.dir === "rtl" ? -step : step;
      const at = mentions.indexOf(document.activeElement);
      const next = mentions[at < 0 ? (onward > 0 ? 0 : mentions.length - 1) : Math.min(mentions.length - 1, Math.max(0, at + onward))];
      event.preventDefault();
      next.focus({ preventScroll: true });
      reveal(text, [next]);
      show(next);
    });
    root.addEventListener("keydown", (event) => {
      if (event.key === "Escape") pin(null);
      else if (event.key === "Enter" && event.target.matches?.(".m[data-m]")) pin(event.target);
    });

    // Several records: one at a time.
    const tabs = all('.j-tabs [role="tab"]');
    const articles = all(".j-record");
    function choose(number, focus) {
      pin(null);
      tabs.forEach((tab, i) => {
        tab.setAttribute("aria-selected", String(i === number));
        tab.tabIndex = i === number ? 0 : -1;
        articles[i].hidden = i !== number;
      });
      if (focus) tabs[number].focus();
      const pane = root.querySelector(".j-records");
      if (pane) pane.scrollTop = 0;
    }
    if (tabs.length) {
      root.querySelector(".j-tabs").hidden = false;
      articles.forEach((article) => article.setAttribute("role", "tabpanel"));
      tabs.forEach((tab, i) => {
        tab.addEventListener("click", () => choose(i, false));
        tab.addEventListener("keydown", (event) => {
          const ahead = getComputedStyle(root).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
          const back = ahead === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
          const to = { [ahead]: (i + 1) % tabs.length, [back]: (i + tabs.length - 1) % tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
          if (to === undefined) return;
          event.preventDefault();
          choose(to, true);
        });
      });
      choose(0, false);
    }
  }

  for (const root of document.querySelectorAll(".jwgie:not([data-ready])")) {
    root.dataset.ready = "";
    start(root);
  }
})();
