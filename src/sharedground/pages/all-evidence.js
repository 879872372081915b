// All the evidence: what is thin first, then every finding by practice, picked by an address that can be sent.
import { h, scrolledByKeyboard, speaker, uid } from "./dom.js";
import { figuresFrom } from "./evidence.js";
import { bar } from "./evidence-bar.js";
import { askNothing, askedFor, countInWords, decisionOf, findingsFrom, queryOf, toShow } from "./evidence-filter.js";
import { finder, picks } from "./evidence-finder.js";
import { contrast, figuresButton, readFirst } from "./evidence-first.js";
import { takeAway } from "./evidence-take.js";
import { body, capital, face } from "./finding.js";
import { readAsBefore, readingSettings } from "./settings.js";

const SAME_STEP_MS = 1500; // arrowing through a list is one step back, not twenty
const DESK_PX = 992; // from here on the form stands in the margin (all-evidence.css), so it need not be folded

class AllEvidence {
  constructor(el, data, host) {
    this.host = host;
    this.data = data;
    this.ownPage = Boolean(document.documentElement.dataset.sharedgroundHost);
    this.home = this.ownPage && document.querySelector(".sg-top a");
    this.findings = findingsFrom(data.findings);
    this.byId = new Map(this.findings.map((finding) => [finding.id, finding]));
    this.prefix = this.ownPage ? "" : `${uid("finding")}-`;
    this.cards = new Map();
    if (this.ownPage) readAsBefore();
    this.build(el);
    this.listen();
    this.readAddress();
    this.first.open = !queryOf(this.asked, this.data) && !this.named;
    this.show();
    if (this.named) this.openCard(this.named);
  }

  build(el) {
    const { say, region } = speaker();
    this.say = say;
    this.top = h("div.text.ev-top");
    this.first = readFirst(this);
    this.finder = finder(this);
    this.count = h("p.ev-count", { role: "status", tabindex: "-1" });
    this.picks = h("div.row.ev-picks");
    this.take = h("div.folds");
    this.notice = h("div.text");
    this.results = h("div.ev-results");
    const found = h("section.ev-found", { "aria-label": "Findings" }, this.count, this.picks, this.notice, this.take, this.results);
    this.sheet = h("div.sheet", {}, this.top, h("div.folds", {}, this.first, contrast(this)), this.finder.form, found, this.ownPage && readingSettings());
    this.root = h("div", { class: "sg sg-allevidence", lang: "en-GB", "data-lm-suppress-shortcuts": true }, bar(this), this.sheet, region);
    el.replaceChildren(this.root);
    this.finder.narrow.open = this.root.clientWidth >= DESK_PX;
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
    on(window, "beforeprint", () => this.unfold());
    on(window, "afterprint", () => this.refold());
    on(window, "resize", () => scrolledByKeyboard(this.root));
    if (this.ownPage) on(window, "popstate", () => this.wentTo());
  }

  close() {
    this.leaving.forEach((leave) => leave());
    this.root.remove();
  }

  /** The figures without their drawings, fetched once, when the first is wanted. */
  async figures() {
    this.specs ??= await this.host.figures();
    return this.specs;
  }

  // -- what is asked for, and the address that says so

  readAddress() {
    const { ask, unknown } = askedFor(this.ownPage ? window.location.search : "", this.data);
    const id = this.ownPage && window.location.hash.slice(1);
    this.asked = ask;
    this.unknown = unknown;
    this.named = this.byId.has(id) ? id : null;
  }

  writeAddress(how, hash = "") {
    if (this.ownPage) window.history[how](null, "", `${window.location.pathname}${queryOf(this.asked, this.data)}${hash}`);
  }

  /** Ask for something else: a new step back, unless the same thing was changed a moment ago. */
  ask(change, by) {
    const asked = { ...this.asked, ...change };
    if (queryOf(asked, this.data) === queryOf(this.asked, this.data)) return;
    const again = by === this.lastBy && Date.now() - this.lastAt < SAME_STEP_MS;
    [this.lastBy, this.lastAt] = [by, Date.now()];
    [this.asked, this.unknown, this.named] = [asked, [], null];
    this.writeAddress(again ? "replaceState" : "pushState");
    this.show();
  }

  /** As if nobody had come: nothing asked for, and none of it in the address. */
  forget() {
    [this.asked, this.unknown, this.named, this.lastBy] = [askNothing(), [], null, null];
    this.writeAddress("replaceState");
  }

  pick(key, value) {
    this.ask({ picks: { ...this.asked.picks, [key]: value } }, key);
  }

  /** A button after which nothing is asked for any more. */
  everything(words) {
    return h("button.link", { type: "button", onclick: () => (this.ask(askNothing(), "everything"), this.focusOnCount()) }, words);
  }

  focusOnCount() {
    this.count.focus();
  }

  /** The browser went back or on, or followed a link to a finding. */
  wentTo() {
    this.lastBy = null;
    this.readAddress();
    this.show();
    if (this.named) this.openCard(this.named);
  }

  // -- one finding

  /** A link to a finding on this page; also where pages have no address of ours. */
  linkTo(id, words) {
    const go = (event) => (event.preventDefault(), this.goTo(id));
    return h("a", { href: `#${this.prefix}${id}`, onclick: go }, words);
  }

  /** To one finding, with what is asked for left as it is. */
  goTo(id) {
    this.named = id;
    this.writeAddress("pushState", `#${id}`);
    if (!this.cards.has(id)) this.show();
    this.openCard(id);
  }

  openCard(id) {
    const { item, details, fill } = this.cards.get(id);
    fill();
    details.open = true;
    item.scrollIntoView({ block: "start" });
    if (this.ownPage) this.clearOfTheBar();
    details.querySelector("summary").focus({ preventScroll: true });
  }

  /** A little back, where the bar would lie upon something one can press. */
  clearOfTheBar() {
    const edge = this.root.querySelector(".sg-bar").getBoundingClientRect().bottom;
    const pressed = [...this.sheet.querySelectorAll("summary, button, a, input, select")].filter((it) => it.checkVisibility?.() ?? true);
    const cut = () => pressed.map((it) => it.getBoundingClientRect()).find((box) => box.top < edge && box.bottom > 0);
    for (let tries = 0, box = cut(); box && tries < 4; tries += 1, box = cut()) window.scrollBy(0, box.top - edge - 8);
  }

  /** A link to a decision; in a notebook, where pages have no address of ours, what to write instead. */
  decisionLink({ scenario, fork }, words) {
    if (this.home) return h("a", { href: `${this.home.href}practise?${new URLSearchParams({ scenario, fork })}` }, words);
    return [`${words}: `, h("code", {}, `Practice(load("${scenario}"), fork="${fork}")`)];
  }

  // -- what is shown

  show() {
    this.shown = toShow(this.findings, this.asked, this.data, this.named);
    this.cards.clear();
    const put = (place, ...parts) => place.replaceChildren(...parts.flat(Infinity).filter(Boolean));
    put(this.top, this.title());
    put(this.picks, picks(this));
    put(this.notice, this.notices());
    put(this.results, this.shown.groups.map((group) => this.group(group)));
    put(this.take, takeAway(this));
    this.finder.follow(this.asked);
    this.count.textContent = countInWords(this.shown);
  }

  title() {
    const decision = decisionOf(this.asked, this.data);
    const words = decision ? `Studies on “${decision.heading}”` : "All the evidence";
    if (this.ownPage) document.title = `${words} – Shared Ground`;
    if (!decision) {
      const lead = `${this.findings.length} findings from studies, inquiries and guidance, with how sure each is and where it stops.`;
      return [this.head(1, words), h("p.lead", {}, lead)];
    }
    const name = `${decision.scenario}/${decision.fork}`;
    const figures = this.data.drawn.includes(name) && figuresButton(this, decision.heading, (found) => found.decision[name]);
    return [
      h("p.eyebrow", {}, `A decision in ${decision.title}`),
      this.head(1, words),
      h("p", {}, "A study is about many people. It cannot say what is right for one."),
      h("p.ev-links", {}, this.decisionLink(decision, "Go to the decision"), this.everything("All the evidence")),
      figures && [figures.button, figures.place],
    ];
  }

  notices() {
    const decision = decisionOf(this.asked, this.data);
    const silent = decision && !this.findings.some((finding) => finding.decisions.includes(`${decision.scenario}/${decision.fork}`));
    const { groups } = this.shown;
    return [
      this.unknown.length > 0 && h("p.notice", {}, `Part of the address is not known here and was left out: ${this.unknown.join(", ")}.`),
      silent && h("p", {}, "No study in our table is about this decision."),
      groups.length === 0 && !silent && h("p", {}, "That is a gap in our table. It says nothing about what is true."),
    ];
  }

  group({ practice, words, asked, brought }) {
    const cards = (findings, away) => h("ul.findings", {}, findings.map((finding) => this.card(finding, away)));
    const figures = this.data.drawn.includes(practice) && figuresButton(this, words, (found) => found.practice[practice], "button.link");
    return h(
      "section.ev-group",
      {},
      h("div.ev-grouphead", {}, this.head(3, capital(words)), figures && figures.button),
      figures && figures.place,
      cards(asked, !practice),
      brought.length > 0 && [h("p.small.ev-beside", {}, `Must be read with ${asked.length === 1 ? "it" : "these"}:`), cards(brought, true)],
    );
  }

  /** Its inside is made when it is opened: two hundred cards are on the page at once. */
  card(finding, away) {
    const inside = h("div.inside");
    const fill = () => inside.firstChild || inside.append(...body(this, finding));
    const details = h("details.ev-card", { ontoggle: () => details.open && fill() }, h("summary", {}, face(finding, away)), inside);
    const item = h("li", { id: `${this.prefix}${finding.id}` }, details);
    this.cards.set(finding.id, { item, details, fill });
    return item;
  }

  // -- paper

  unfold() {
    for (const { fill } of this.cards.values()) fill();
    for (const details of [this.first, ...this.first.querySelectorAll("details"), ...this.results.querySelectorAll("details")]) {
      if (!details.open) [details.open, details.dataset.folded] = [true, ""];
    }
  }

  refold() {
    for (const details of this.root.querySelectorAll("[data-folded]")) {
      details.open = false;
      delete details.dataset.folded;
    }
  }
}

/** Shows all the evidence in a plain page; gives back what ends it. */
export function mount(el, data, host) {
  const screen = new AllEvidence(el, data, host);
  return () => screen.close();
}

/** The same page as an anywidget. */
function render({ model, el }) {
  return mount(el, model.get("data"), { figure: figuresFrom(model), figures: async () => model.get("figures") });
}

export default { render };
