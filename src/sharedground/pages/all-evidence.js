// All the evidence: what is thin first, then every finding by practice, picked by an address that can be sent.
import { fold, h, list, speaker, uid, unseen } from "./dom.js";
import { asCsv, columnsAsCsv } from "./evidence-csv.js";
import { askNothing, askedFor, countInWords, decisionOf, findingsFrom, picked, queryOf, toShow } from "./evidence-filter.js";
import { body, heading } from "./finding.js";
import { figure } from "./evidence.js";
import { helpLines } from "./people.js";

const SAME_STEP_MS = 1500; // arrowing through a list is one step back, not twenty
const QUIET_MS = 350; // how long typing rests before the list follows it
const DESK = "(min-width: 62rem)";

class AllEvidence {
  constructor(el, data, host) {
    this.host = host;
    this.data = data;
    this.ownPage = Boolean(document.documentElement.dataset.sharedgroundHost);
    this.findings = findingsFrom(data.findings);
    this.byId = new Map(this.findings.map((finding) => [finding.id, finding]));
    this.home = document.querySelector(".sg-top a");
    this.prefix = this.ownPage ? "" : `${uid("finding")}-`;
    this.cards = new Map();
    this.specs = null;
    this.build(el);
    this.listen();
    this.readAddress();
    this.show({ arriving: true });
  }

  // -- the frame, which stays

  build(el) {
    const speech = speaker();
    this.say = speech.say;
    const panel = h("div.help", { id: uid("help"), hidden: true }, h("div.text", {}, helpLines(this.data, this.head(2, "Who is awake now"))));
    const awake = h(
      "button.barbutton",
      {
        type: "button",
        "aria-expanded": "false",
        "aria-controls": panel.id,
        onclick() {
          panel.hidden = !panel.hidden;
          awake.setAttribute("aria-expanded", String(!panel.hidden));
        },
      },
      "Who is awake now",
    );
    const name = this.ownPage && this.home ? h("a", { href: this.home.href }, "Shared Ground") : "Shared Ground";
    this.top = h("div.text.evidencetop");
    this.notice = h("div");
    this.results = h("div.results");
    this.count = h("p.count", { role: "status" });
    this.chips = h("div.row.picks");
    this.tools = h("div.row.tools");
    this.root = h(
      "div",
      { class: "sg sg-allevidence", lang: "en-GB", "data-lm-suppress-shortcuts": true },
      h("header.bar", {}, h("p.name", {}, name), h("div.tools", {}, awake)),
      panel,
      h(
        "div.sheet",
        {},
        this.top,
        h("div.folds.text", {}, this.readFirst(), this.contrast()),
        this.finder(),
        h("section.found", { "aria-label": "Findings" }, this.count, this.chips, this.notice, this.results, this.tools, this.foot()),
      ),
      speech.region,
    );
    el.replaceChildren(this.root);
  }

  head(level, words) {
    return h(`h${this.ownPage ? level : level + 1}${level === 1 ? ".title" : ""}`, {}, words);
  }

  listen() {
    this.leaving = [];
    const on = (target, name, act) => {
      target.addEventListener(name, act);
      this.leaving.push(() => target.removeEventListener(name, act));
    };
    on(window, "beforeprint", () => this.unfoldAll());
    on(window, "afterprint", () => this.root.querySelectorAll("[data-folded]").forEach((each) => this.refold(each)));
    on(window, "resize", () => this.settle());
    if (!this.ownPage) return;
    on(window, "popstate", () => this.wentTo());
  }

  close() {
    this.leaving.forEach((leave) => leave());
    this.root.remove();
  }

  // -- what is said before any finding

  readFirst() {
    const { thin, missing, traps } = this.data.first;
    const passages = (all) => h("ul.passages", {}, all.map((each) => this.passage(each)));
    this.first = h(
      "details.fold.first",
      { open: true },
      h("summary", {}, this.head(2, "First, what is thin or missing")),
      h(
        "div.inside",
        {},
        passages(thin),
        fold("Where we found no study", passages(missing)),
        fold("Traps in reading the rest", passages(traps)),
      ),
    );
    return this.first;
  }

  passage({ point, text, findings }) {
    const links = findings.map((id) => [" ", this.linkTo(id, findings.length > 1 ? this.byId.get(id)?.practice_words : "See it")]);
    return h("li", {}, h("strong", {}, point), " ", text, links);
  }

  /** A link to a finding on this page; in a notebook, whose addresses are not ours, a way there all the same. */
  linkTo(id, words) {
    if (!this.byId.has(id)) return "";
    return h(
      "a",
      {
        href: `#${id}`,
        onclick: (event) => {
          event.preventDefault();
          this.goTo(id);
        },
      },
      words,
    );
  }

  contrast() {
    const place = h("div.evidence");
    const inside = h(
      "details.fold",
      {
        ontoggle: () => inside.open && !place.firstChild && this.figuresInto(place, (found) => [found.contrast]),
      },
      h("summary", {}, this.head(2, "Reported harms and gains, side by side")),
      h(
        "div.inside",
        {},
        h(
          "p",
          {},
          "Which practices were reported to harm or to help, by kind and by who carries it, in three columns. ",
          Object.entries(this.data.glosses).map(([term, gloss]) => [h("em", {}, term), `: ${gloss}. `]),
        ),
        place,
      ),
    );
    return inside;
  }

  // -- figures, fetched when somebody wants them

  async figuresInto(place, names) {
    place.replaceChildren(h("p.small", {}, "The figures are on their way…"));
    try {
      this.specs ??= await this.host.figures();
      const here = { host: this.host, head: (level, words) => this.head(level + 1, words) };
      const specs = names(this.specs).filter(Boolean).map((name) => this.specs.specs[name]);
      place.replaceChildren(...specs.map((spec) => figure(here, spec)));
      this.settle();
    } catch {
      place.replaceChildren(h("p.small", {}, "The figures could not be fetched. The findings below say the same in words."));
    }
  }

  /** A button that opens figures beneath it, and closes them again. */
  figuresButton(words, about, names) {
    const place = h("div.evidence.opened", { id: uid("figures"), hidden: true });
    const button = h(
      "button.plain",
      {
        type: "button",
        "aria-expanded": "false",
        "aria-controls": place.id,
        onclick: () => {
          place.hidden = !place.hidden;
          button.setAttribute("aria-expanded", String(!place.hidden));
          if (!place.hidden && !place.querySelector("figure")) this.figuresInto(place, names);
        },
      },
      words,
      unseen(`: ${about}`),
    );
    return [h("p", {}, button), place];
  }

  // -- what may be asked for

  finder() {
    this.fields = new Map();
    this.words = h("input", { type: "search", id: uid("words"), maxlength: "200", autocomplete: "off", enterkeyhint: "search" });
    this.words.addEventListener("input", () => {
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.ask({ words: this.words.value }, "words"), QUIET_MS);
    });
    this.many = h("span.small");
    this.narrow = h("details.fold.narrow", {}, h("summary", {}, h("span", {}, "Narrow it down"), " ", this.many), h("div.fields", {}, this.data.filters.map((filter) => this.field(filter))));
    this.narrow.open = window.matchMedia(DESK).matches;
    return h(
      "form.finder",
      {
        role: "search",
        "aria-label": "Find a finding",
        onsubmit: (event) => {
          event.preventDefault();
          clearTimeout(this.typing);
          this.ask({ words: this.words.value }, "words");
        },
      },
      this.head(2, "Find a finding"),
      h("div.field", {}, h("label", { for: this.words.id }, "Words to look for"), this.words),
      this.narrow,
    );
  }

  field({ key, label, choices }) {
    const id = uid(key);
    const select = h(
      "select",
      { id, onchange: () => this.ask({ picks: { ...this.asked.picks, [key]: select.value } }, key) },
      h("option", { value: "" }, "any"),
      choices.map(({ value, words }) => h("option", { value }, words)),
    );
    this.fields.set(key, select);
    return h("div.field", {}, h("label", { for: id }, label), select);
  }

  /** Change what is asked for: a new step back, unless the same thing was changed a moment ago. */
  ask(change, by) {
    const asked = { ...this.asked, ...change };
    if (queryOf(asked, this.data) === queryOf(this.asked, this.data)) return;
    this.asked = asked;
    this.unknown = [];
    this.named = null;
    const again = by === this.lastBy && Date.now() - this.lastAt < SAME_STEP_MS;
    [this.lastBy, this.lastAt] = [by, Date.now()];
    this.writeAddress(again ? "replaceState" : "pushState");
    this.show();
  }

  takeAway(key) {
    this.ask({ picks: { ...this.asked.picks, [key]: "" } }, `without ${key}`);
    this.count.setAttribute("tabindex", "-1");
    this.count.focus();
  }

  // -- the address

  readAddress() {
    const { ask, unknown } = askedFor(this.ownPage ? window.location.search : "", this.data);
    this.asked = ask;
    this.unknown = unknown;
    this.named = this.ownPage ? this.findingInAddress() : null;
  }

  findingInAddress() {
    const id = window.location.hash.slice(1);
    return this.byId.has(id) ? id : null;
  }

  writeAddress(how, hash = "") {
    if (!this.ownPage) return;
    window.history[how](null, "", `${window.location.pathname}${queryOf(this.asked, this.data)}${hash}`);
  }

  wentTo() {
    this.lastBy = null;
    this.readAddress();
    this.show();
    if (this.named) this.openCard(this.named);
  }

  /** To one finding, with what is asked for left as it is; shown on top where that leaves it out. */
  goTo(id) {
    this.named = id;
    this.writeAddress("pushState", `#${id}`);
    if (!this.cards.has(id)) this.show();
    this.openCard(id);
  }

  openCard(id) {
    const { item, details, fill } = this.cards.get(id) || {};
    if (!item) return;
    fill();
    details.open = true;
    item.scrollIntoView({ block: "start" });
    details.querySelector("summary").focus({ preventScroll: true });
  }

  // -- what is shown

  show({ arriving = false } = {}) {
    const shown = toShow(this.findings, this.asked, this.data, this.named);
    this.shown = shown;
    const nothing = !queryOf(this.asked, this.data);
    if (arriving) this.first.open = nothing;
    this.showTop();
    this.showFields();
    this.count.textContent = countInWords(shown);
    this.showPicks();
    this.showNotice(shown);
    this.cards.clear();
    this.results.replaceChildren(...shown.groups.map((group) => this.group(group)));
    this.showTools(shown);
    if (arriving && this.named) this.openCard(this.named);
  }

  showTop() {
    const decision = decisionOf(this.asked, this.data);
    const title = decision ? `Studies behind “${decision.heading}”` : "All the evidence";
    const all = this.findings.length;
    const lead = `${all} findings from studies, inquiries and guidance, with how sure each is and where it stops.`;
    this.top.replaceChildren(
      ...[
        decision && h("p.eyebrow", {}, `A decision in ${decision.title}`),
        this.head(1, title),
        !decision && h("p.lead.story", {}, lead),
        decision && h("p", {}, "What studies report about the options there; each option's own studies are named when you look back at it."),
        decision && h("p.ways", {}, this.decisionLink(decision, "Decide it, or decide it again"), " ", this.everything("All the evidence")),
        decision && this.figuresButton("See the figures", decision.heading, (found) => found.decision[`${decision.scenario}/${decision.fork}`] || []),
      ]
        .flat()
        .filter(Boolean),
    );
    if (this.ownPage) document.title = `${decision ? title : "All the evidence"} – Shared Ground`;
  }

  showFields() {
    if (document.activeElement !== this.words) this.words.value = this.asked.words;
    for (const [key, select] of this.fields) select.value = this.asked.picks[key] || "";
    const number = picked(this.asked, this.data).length;
    this.many.textContent = number ? `(${number} set)` : "";
  }

  showPicks() {
    const picks = picked(this.asked, this.data).map(({ key, label, words }) =>
      h("button.plain.pick", { type: "button", onclick: () => this.takeAway(key) }, unseen("Take away: "), `${label}: ${words}`, h("span", { "aria-hidden": "true" }, " ×")),
    );
    const several = picks.length + Boolean(this.asked.words) + Boolean(this.asked.scenario) > 1;
    this.chips.replaceChildren(...picks, ...(several ? [this.everything("Take everything away")] : []));
  }

  /** Nothing asked for any more. */
  everything(words) {
    return h("button.link", { type: "button", onclick: () => (this.ask(askNothing(), "everything"), (this.words.value = ""), this.count.setAttribute("tabindex", "-1"), this.count.focus()) }, words);
  }

  showNotice({ asked, groups }) {
    const decision = decisionOf(this.asked, this.data);
    const silent = decision && !this.findings.some((finding) => finding.decisions.includes(`${decision.scenario}/${decision.fork}`));
    this.notice.replaceChildren(
      ...[
        this.unknown.length > 0 && h("p.notice", {}, `Part of the address is not known here and was left out: ${this.unknown.join(", ")}.`),
        silent && h("p", {}, "No study in our table is about this decision."),
        asked === 0 && !silent && groups.length === 0 && h("p", {}, "That is a gap in our table. It says nothing about what is true."),
      ].filter(Boolean),
    );
  }

  group({ practice, words, asked, brought }) {
    const item = (finding) => this.card(finding);
    const here = practice && asked[0].has_figures !== false;
    return h(
      "section.group",
      {},
      this.head(3, words.charAt(0).toUpperCase() + words.slice(1)),
      here && this.figuresButton("See the figures", words, (found) => found.practice[practice] || []),
      h("ul.findings", {}, asked.map(item)),
      brought.length > 0 && [
        h("p.small.beside", {}, asked.length === 1 ? "Must be read with it:" : "Must be read with these:"),
        h("ul.findings", {}, brought.map(item)),
      ],
    );
  }

  card(finding) {
    const inside = h("div.inside");
    const fill = () => inside.firstChild || inside.append(...[body(this, finding)].flat(Infinity).filter(Boolean));
    const details = h("details.card", { ontoggle: () => details.open && fill() }, h("summary", {}, heading(finding)), inside);
    const item = h("li", { id: `${this.prefix}${finding.id}` }, details);
    this.cards.set(finding.id, { item, details, fill });
    return item;
  }

  /** A way back to the decision; in a notebook, where pages have no address of ours, what to write instead. */
  decisionLink({ scenario, fork }, words) {
    if (!this.ownPage || !this.home) return h("span", {}, `${words}: `, h("code", {}, `Practice(load("${scenario}"), fork="${fork}")`));
    return h("a", { href: `${this.home.href}practise?${new URLSearchParams({ scenario, fork })}` }, words);
  }

  // -- taking it away

  showTools(shown) {
    const number = shown.groups.reduce((sum, group) => sum + group.asked.length + group.brought.length, 0);
    this.tools.replaceChildren(
      ...[
        this.ownPage && h("button.plain", { type: "button", onclick: () => this.copyAddress() }, "Copy the link to this view"),
        number > 0 && h("button.plain", { type: "button", onclick: () => this.save("shared-ground-evidence.csv", asCsv(this.data.columns, this.rows())) }, `Download ${number === 1 ? "this finding" : `these ${number} findings`} (CSV)`),
        h("button.plain", { type: "button", onclick: () => this.save("shared-ground-evidence-columns.csv", columnsAsCsv(this.data.columns, this.about())) }, "Download what the columns mean (CSV)"),
        this.ownPage && h("button.plain", { type: "button", onclick: () => window.print() }, "Print"),
      ].filter(Boolean),
    );
  }

  /** Every finding on the page, in its order, each with why it is there. */
  rows() {
    return this.shown.groups.flatMap(({ asked, brought }) => [
      ...asked.map((finding) => ({ ...finding, shown: "asked for" })),
      ...brought.map((finding) => ({ ...finding, shown: "must be read with what was asked for" })),
    ]);
  }

  about() {
    const decision = decisionOf(this.asked, this.data);
    const asked = [
      ...picked(this.asked, this.data).map(({ label, words }) => `${label}: ${words}`),
      decision && `Decision: ${decision.heading} (${decision.title})`,
      this.asked.words && `Words: ${this.asked.words}`,
    ].filter(Boolean);
    return [
      countInWords(this.shown),
      asked.length > 0 && `Asked for: ${asked.join("; ")}.`,
      `Table compiled ${this.data.compiled}; Shared Ground ${this.data.version}. The arrangement and our words: CC BY 4.0. Cite the source beside any figure.`,
    ]
      .filter(Boolean)
      .join(" ");
  }

  async copyAddress() {
    try {
      await navigator.clipboard.writeText(window.location.href);
      this.say("Copied.");
    } catch {
      this.say("The link stands in the address bar.");
    }
  }

  save(name, words) {
    const url = URL.createObjectURL(new Blob([words], { type: "text/csv;charset=utf-8" }));
    h("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
    this.say("Downloaded.");
  }

  foot() {
    return h("p.small.last", {}, `Compiled ${this.data.compiled}. Our words and the arrangement: CC BY 4.0. Facts and figures belong to nobody; cite the source beside any figure you use.`);
  }

  // -- paper, and wide tables

  unfoldAll() {
    for (const { fill } of this.cards.values()) fill();
    for (const details of this.root.querySelectorAll(".sg-results details:not([open]), .sg-first:not([open])")) {
      details.open = true;
      details.dataset.folded = "";
    }
  }

  refold(details) {
    details.open = false;
    delete details.dataset.folded;
  }

  /** A wide table can be scrolled by keyboard where, and only where, it is wider than its place. */
  settle() {
    for (const place of this.root.querySelectorAll(".sg-scroll")) {
      const wide = place.scrollWidth > place.clientWidth + 1;
      for (const [name, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", place.querySelector("caption")?.textContent || "Table"]]) {
        if (wide) place.setAttribute(name, value);
        else place.removeAttribute(name);
      }
    }
  }
}

/** Shows all the evidence in a plain page; gives back what ends it. */
export function mount(el, data, host) {
  const screen = new AllEvidence(el, data, host);
  return () => screen.close();
}

/** Asks Python for one drawing at a time by its name, and does not wait for ever. */
const drawingsFrom = (model, patience = 20000) => (name) =>
  new Promise((resolve, reject) => {
    const hear = (message) => {
      if (!message || message.kind !== "figure" || message.name !== name) return;
      leave();
      if (message.svg) resolve(message.svg);
      else reject(new Error("not drawn"));
    };
    const late = setTimeout(() => (leave(), reject(new Error("late"))), patience);
    const leave = () => (clearTimeout(late), model.off("msg:custom", hear));
    model.on("msg:custom", hear);
    model.send({ kind: "figure", name });
  });

/** The same page as an anywidget. */
function render({ model, el }) {
  return mount(el, model.get("data"), { figure: drawingsFrom(model), figures: async () => model.get("figures") });
}

export default { render };
