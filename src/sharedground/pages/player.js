// The player: shows one scene after another, moves by itself and reports each move to whoever hosts it.
import { connectionBanner, focusOn, h, scrolledByKeyboard, speaker, uid } from "./dom.js";
import { IDLE_MS, keeper } from "./keep.js";
import { catalogue, finished, opening, out, waiting } from "./opening.js";
import { ON, decisions, walk } from "./path.js";
import { helpLines } from "./people.js";
import { backed, scene } from "./scene.js";
import { debrief } from "./debrief.js";
import { readAsBefore } from "./settings.js";
import { figuresFrom } from "./evidence.js";

const SCREENS = { catalogue, waiting, opening, scene, backed, debrief, finished, out };
const PATIENCE_MS = 20000;
const chance = () => Math.random().toString(36).slice(2);

const freshState = (slug) => ({
  id: chance(),
  seed: chance(),
  slug,
  begin: null,
  moves: [],
  roads: [], // every way begun in this play, so that going back finds the one it was on
  road: -1,
  answers: {},
  needs: {},
  lines: {},
  keep: false,
  touched: Date.now(),
  screen: { at: "opening" },
});

class Player {
  constructor(el, host) {
    this.host = host;
    this.ownPage = Boolean(document.documentElement.dataset.sharedgroundHost);
    this.keeper = keeper(this.ownPage);
    if (this.ownPage) readAsBefore();
    this.catalogue = host.catalogue || [];
    this.trouble = host.trouble || "";
    this.query = new URLSearchParams(this.ownPage ? window.location.search : "");
    this.fork = this.query.get("fork");
    this.data = null;
    this.depth = 0;
    this.state = freshState("");
    this.build(el);
    this.listen();
  }

  build(el) {
    const speech = speaker();
    this.say = speech.say;
    const home = document.querySelector(".sg-top a"); // the page's own top line, which the bar stands in for
    const main = this.ownPage && !el.closest("main") && !document.querySelector("main");
    this.sheet = h(main ? "main.sheet" : "div.sheet", { id: this.ownPage ? "sharedground-main" : uid("sheet") });
    this.helpPanel = h("div.help", { id: uid("help"), hidden: true });
    this.helpButton = h(
      "button.barbutton",
      { type: "button", "aria-expanded": "false", "aria-controls": this.helpPanel.id, onclick: () => this.toggleHelp() },
      "Who is awake now",
    );
    this.outButton = h("button.barbutton", { type: "button", onclick: () => this.stepOut() }, "Step out");
    const { banner, leave } = connectionBanner(() => this.report());
    this.leaveBanner = leave;
    this.root = h(
      "div",
      { class: "sg", lang: "en-GB", "data-lm-suppress-shortcuts": true },
      h("header.bar", {}, h("p.name", {}, home ? h("a", { href: home.href }, "Shared Ground") : "Shared Ground"), h("div.tools", {}, this.helpButton, this.outButton)),
      this.helpPanel,
      banner,
      this.sheet,
      speech.region,
    );
    el.replaceChildren(this.root);
  }

  listen() {
    this.leaving = [this.leaveBanner];
    const on = (target, name, act) => {
      target.addEventListener(name, act);
      this.leaving.push(() => target.removeEventListener(name, act));
    };
    const touch = () => (this.state.touched = Date.now());
    on(this.root, "pointerdown", touch);
    on(this.root, "keydown", touch);
    const look = () => this.clearWhenIdle();
    on(document, "visibilitychange", look);
    on(window, "pageshow", look);
    const clock = setInterval(look, 30000);
    this.leaving.push(() => clearInterval(clock));
    on(window, "resize", () => this.settle());
    on(window, "beforeprint", () => this.root.querySelectorAll("details").forEach((each) => this.unfold(each)));
    on(window, "afterprint", () => this.root.querySelectorAll("[data-folded]").forEach((each) => this.refold(each)));
    if (!this.ownPage) return;
    window.history.scrollRestoration = "manual";
    on(window, "popstate", (event) => this.wentBack(event.state));
  }

  unfold(details) {
    if (details.open) return;
    details.open = true;
    details.dataset.folded = "";
  }

  refold(details) {
    details.open = false;
    delete details.dataset.folded;
  }

  close() {
    this.leaving.forEach((leave) => leave());
    this.root.remove();
  }

  // -- which scenario

  /** The first screen: what the page was opened for, what was being played before a reload, or the list. */
  start(data) {
    const stored = this.keeper.restore();
    const slug = (this.host.ask && this.query.get("scenario")) || (stored && stored.slug);
    if (data && data.slug && (!slug || !this.host.ask || slug === data.slug)) return this.open(data);
    if (slug && this.host.ask) return this.ask(slug, this.fork, stored);
    return this.show({ at: "catalogue" });
  }

  ask(slug, fork = null) {
    this.fork = fork;
    this.trouble = "";
    if (this.data && this.data.slug === slug) return this.afresh();
    if (this.host.has && !this.host.has(slug)) return this.fail("That scenario is not here. These are.");
    this.asked = slug;
    this.show({ at: "waiting" });
    const there = this.host.ask(slug); // at once from some hosts, from others when it comes
    if (there) return this.open(there);
    clearTimeout(this.patience);
    this.patience = setTimeout(() => {
      if (this.asked === slug) this.fail("This is taking too long. Please try again, or choose another scenario.");
    }, PATIENCE_MS);
    return undefined;
  }

  /** The scenario could not be had: say so calmly, with the list as the way out. */
  fail(words) {
    this.asked = null;
    this.trouble = words;
    if (words) this.show({ at: "catalogue" });
  }

  isWaiting() {
    return Boolean(this.asked) || !this.data;
  }

  open(data) {
    clearTimeout(this.patience);
    this.asked = null;
    this.data = data;
    const stored = this.keeper.restore();
    const going = stored && stored.slug === data.slug;
    this.state = going ? stored : freshState(data.slug);
    if (this.fork && !(data.debrief || {})[this.fork]) {
      this.note = "The decision you were sent to is not in this scenario any more. These are.";
      this.fork = null;
    }
    this.place = this.keptPlace();
    if (going && this.state.moves.length) this.report();
    const here = this.ownPage && window.history.state;
    if (here && here.play === this.state.id) this.depth = here.depth;
    this.show(going && here && here.play === this.state.id ? here.screen : this.state.screen);
  }

  /** A way that was begun earlier: kept by this browser, or by the host. */
  keptPlace() {
    const { slug } = this.data;
    const kept = this.keeper.place(slug);
    if (kept && kept.slug === slug && kept.moves.length > 0) return kept;
    const road = this.host.restore && this.host.restore();
    if (!road) return null;
    const screen = road.begin ? { at: "debrief", fork: road.begin } : { at: "scene", n: road.moves.length };
    return { ...freshState(slug), ...road, roads: [road], road: 0, screen };
  }

  goOnFromPlace() {
    this.state = { ...this.place, touched: Date.now() };
    this.place = null;
    this.report();
    this.go(this.state.screen);
  }

  forgetPlace() {
    this.keeper.forgetPlace(this.data.slug);
    this.place = null;
    if (this.host.restore) this.report();
    this.show(this.screen);
    this.say("Forgotten.");
  }

  keep(wanted) {
    this.state.keep = wanted;
    if (!wanted) this.keeper.forgetPlace(this.data.slug);
    this.save();
  }

  // -- moves

  begin(fork) {
    this.note = "";
    this.state.begin = fork;
    this.state.road = this.state.roads.length;
    this.move([]);
    this.go({ at: "scene", n: 0 });
  }

  move(moves) {
    this.state.moves = moves;
    this.state.roads[this.state.road] = { begin: this.state.begin, moves };
    this.report();
  }

  /** Takes up the road that a screen belongs to, where going back has left the present one. */
  follow(screen) {
    const road = this.state.roads[screen.road];
    if (!road || screen.road === this.state.road) return;
    Object.assign(this.state, road, { road: screen.road });
    this.report();
  }

  choose(fork, choiceId) {
    const { n } = this.screen;
    if (this.state.moves[n] !== choiceId) {
      [this.state.answers, this.state.needs, this.state.lines].forEach((kept) => delete kept[fork.id]);
      this.move([...this.state.moves.slice(0, n), choiceId]);
    }
    this.keeper.meet(this.data.slug, fork.id);
    this.go({ at: "backed", n: n + 1 });
  }

  answer(fork, words) {
    this.state.answers[fork.id] = words;
    if (this.state.begin) this.go({ at: "debrief", fork: fork.id });
    else this.go({ at: "scene", n: this.screen.n });
  }

  on() {
    const { n } = this.screen;
    if (this.state.moves[n] !== ON) this.move([...this.state.moves.slice(0, n), ON]);
    this.go({ at: "scene", n: n + 1 });
  }

  lookBack() {
    const { steps } = walk(this.data, this.state.begin, this.state.moves);
    this.go({ at: "debrief", fork: decisions(steps)[0].scene.id });
  }

  /** Again from this fork, to try another option. */
  again(fork) {
    const { steps } = walk(this.data, this.state.begin, this.state.moves);
    this.go({ at: "scene", n: steps.findIndex((step) => step.scene === fork), again: true });
  }

  report() {
    try {
      if (this.host.report) this.host.report(this.state.begin, this.state.moves);
    } catch {
      // nobody to tell just now: play goes on, and the next move carries the whole path again
    }
  }

  // -- leaving

  forget(finished) {
    this.keeper.wipe({ butWhatWasMet: finished });
    this.state = freshState(this.data ? this.data.slug : "");
    this.place = null;
    this.note = "";
    this.report();
  }

  stepOut() {
    this.leaveTo({ at: "out" });
  }

  finish() {
    this.leaveTo({ at: "finished" });
    if (this.host.finished) this.host.finished();
  }

  /** Wipes everything, and takes the pages of this play out of the browser's way back. */
  leaveTo(screen) {
    const depth = this.depth;
    this.forget(screen.at === "finished");
    this.show(screen);
    if (!this.ownPage) return;
    this.left = screen;
    if (depth > 0) window.history.go(-depth);
    else this.closeTheWayBack();
  }

  closeTheWayBack() {
    this.depth = 0;
    window.history.replaceState({ play: this.state.id, screen: this.left, depth: 0 }, "");
    window.history.pushState({ play: this.state.id, screen: this.left, depth: 1 }, "");
    this.depth = 1;
    this.left = null;
  }

  afresh() {
    this.state = freshState(this.data.slug);
    this.go({ at: "opening" });
  }

  clearWhenIdle() {
    if (Date.now() - this.state.touched < IDLE_MS) return;
    const nothingYet = !["scene", "backed", "debrief", "opening"].includes(this.screen.at) || !this.state.roads.length;
    this.state.touched = Date.now();
    if (nothingYet) return;
    this.keeper.forgetTab();
    this.state = freshState(this.data.slug);
    this.place = this.keptPlace();
    if (!this.host.restore) this.report(); // a host that keeps places keeps this one
    this.note = "This page was left alone for an hour, so it was cleared.";
    this.show({ at: "opening" });
  }

  // -- screens

  /** One step on: a new page in the browser's way back, where the page is ours. */
  go(where) {
    const screen = { ...where, road: this.state.road };
    if (this.ownPage) {
      this.depth += 1;
      window.history.pushState({ play: this.state.id, screen, depth: this.depth }, "");
    }
    this.show(screen);
  }

  wentBack(entry) {
    if (this.left) return this.closeTheWayBack();
    if (!entry || !entry.screen) {
      // a link within the page, such as the skip link
      return window.history.replaceState({ play: this.state.id, screen: this.screen, depth: this.depth }, "");
    }
    this.depth = entry.depth;
    return this.show(entry.play === this.state.id ? entry.screen : { at: this.data ? "opening" : "catalogue" });
  }

  show(wanted) {
    const first = !this.screen;
    this.follow(wanted);
    const screen = this.isThere(wanted) ? wanted : { at: this.data ? "opening" : "catalogue" };
    this.screen = screen;
    this.state.screen = screen;
    this.closeHelp();
    const { title, parts } = SCREENS[screen.at](this);
    this.sheet.dataset.screen = screen.at;
    this.sheet.replaceChildren(...parts.flat(Infinity).filter(Boolean));
    this.outButton.hidden = screen.at === "out";
    this.helpButton.hidden = ["out", "finished"].includes(screen.at);
    this.title = [title, this.data && screen.at !== "out" && this.data.title, "Shared Ground"].filter((each, at, all) => each && all.indexOf(each) === at).join(" – ");
    if (this.ownPage) {
      document.title = this.title;
      if (first && !(window.history.state || {}).screen) window.history.replaceState({ play: this.state.id, screen, depth: 0 }, "");
    }
    this.save();
    this.settle();
    if (first) return;
    if (this.ownPage) window.scrollTo(0, 0);
    else this.root.scrollIntoView({ block: "start" });
    focusOn(this.sheet.querySelector(".sg-title"));
  }

  /** Can that screen be shown with the moves there are? */
  isThere(screen) {
    if (!screen || !SCREENS[screen.at]) return false;
    if (["catalogue", "waiting", "out"].includes(screen.at)) return true;
    if (!this.data) return false;
    const { steps } = walk(this.data, this.state.begin, this.state.moves);
    if (screen.at === "scene") return screen.n <= steps.length;
    if (screen.at === "backed") return Boolean(steps[screen.n - 1] && steps[screen.n - 1].choice);
    if (screen.at === "debrief") return decisions(steps).some((step) => step.scene.id === screen.fork);
    return true;
  }

  save() {
    if (this.data && !["out", "finished"].includes(this.screen.at)) this.keeper.save(this.state);
  }

  head(level, words) {
    return h(`h${this.ownPage ? level : level + 1}${level === 1 ? ".title" : ""}`, {}, words);
  }

  failed() {
    if (this.ownPage) document.title = `Error: ${this.title}`;
  }

  /** A wide table can be scrolled by keyboard where, and only where, it is wider than its place; a box shows its words. */
  settle() {
    this.root.querySelectorAll("textarea[data-grows]").forEach((box) => {
      box.style.height = "auto";
      box.style.height = `${box.scrollHeight + 4}px`;
    });
    scrolledByKeyboard(this.root);
  }

  toggleHelp() {
    if (!this.helpPanel.hidden) return this.closeHelp();
    this.helpPanel.replaceChildren(h("div.text", {}, helpLines(this.data || this.host, this.head(2, "Who is awake now")).flat().filter(Boolean)));
    this.helpPanel.hidden = false;
    this.helpButton.setAttribute("aria-expanded", "true");
    return undefined;
  }

  closeHelp() {
    this.helpPanel.hidden = true;
    this.helpButton.setAttribute("aria-expanded", "false");
  }
}

const noFigure = () => Promise.reject(new Error("no figures here"));

/** Shows a scenario in a plain page; gives back what ends it. */
export function mount(el, data, host = {}) {
  const inlined = (name) => (data && data.figures && data.figures[name] ? Promise.resolve(data.figures[name]) : noFigure());
  const player = new Player(el, { figure: inlined, ...host });
  player.start(data);
  return () => player.close();
}

/** The same player as an anywidget. */
function render({ model, el }) {
  const host = {
    catalogue: model.get("catalogue"),
    trouble: model.get("trouble"),
    figure: figuresFrom(model),
    ask(slug) {
      model.set("wanted", slug);
      model.save_changes();
    },
    report(begin, moves) {
      model.set("begin", begin);
      model.set("moves", [...moves]);
      model.save_changes();
    },
  };
  const player = new Player(el, host);
  player.fork = player.fork || model.get("begin") || null;
  const onData = () => model.get("data").slug && player.open(model.get("data"));
  const onTrouble = () => player.isWaiting() && player.fail(model.get("trouble")); // a play goes on
  const onCatalogue = () => {
    player.catalogue = model.get("catalogue");
    if (player.screen.at === "catalogue") player.show(player.screen);
  };
  model.on("change:data", onData);
  model.on("change:trouble", onTrouble);
  model.on("change:catalogue", onCatalogue);
  player.start(model.get("data"));
  return () => {
    model.off("change:data", onData);
    model.off("change:trouble", onTrouble);
    model.off("change:catalogue", onCatalogue);
    player.close();
  };
}

export default { render };
