// Talks SCORM 1.2 with the learning platform around a page: the place, the time, whether one has finished. Nothing else.
import { ON, walk } from "./path.js";

const MOST_LEVELS = 12; // windows inside windows
const MOST_LETTERS = 4096; // of suspend_data, by the book
const MOST_LOCATION = 255;
const QUIET_RETRIES_MS = [1000, 3000, 9000];
const FORMAT = "1";
const CODES = "abcdefghijklmnopqrstuvwxyz0123456789";
const DONE = ["completed", "passed"];

/** The platform's `API`: in a window around this one, else around the one that opened it; null where there is none. */
export function findApi(from) {
  return climb(from) || climb(reach(() => from.opener)) || climb(reach(() => from.top.opener));
}

function climb(from) {
  let here = from;
  for (let level = 0; here && level < MOST_LEVELS; level++) {
    const found = reach(() => here.API);
    if (found) return found;
    const above = reach(() => here.parent);
    here = above === here ? null : above;
  }
  return null;
}

/** What lies there; null in a window of another origin. */
function reach(there) {
  try {
    return there() || null;
  } catch {
    return null;
  }
}

/** "0000:12:05": four digits of hours, since some platforms cut the first one off. */
export function inHours(milliseconds) {
  const seconds = Math.max(0, Math.min(Math.floor(milliseconds / 1000), 9999 * 3600));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((each, at) => String(each).padStart(at ? 2 : 4, "0")).join(":");
}

/** Changes when a road of the scenario does, so that codes of an older one are not read as others. */
function printOf(data) {
  const roads = Object.values(data.scenes).map(({ id, choices, leads_to: on }) => [id, on, choices.map((each) => [each.id, each.leads_to])]);
  let print = 2166136261;
  for (const letter of JSON.stringify([data.start, roads])) print = Math.imul(print ^ letter.codePointAt(0), 16777619);
  return (print >>> 0).toString(36);
}

/** Letters for the moves: the number of the choice as the author's file has it, a hyphen where nothing was asked. */
function codesOf(data, { begin, moves }) {
  const { steps } = walk(data, begin, moves);
  return steps.map(({ scene, choice }) => (choice ? CODES[scene.choices.indexOf(choice)] : "-")).join("");
}

function movesOf(data, begin, codes) {
  const moves = [];
  for (const code of codes) {
    const { scene } = walk(data, begin, moves);
    const choice = (scene.choices || [])[CODES.indexOf(code)];
    if (code !== "-" && !choice) break;
    moves.push(choice ? choice.id : ON);
  }
  return walk(data, begin, moves).steps.length === moves.length ? moves : [];
}

/** One visit, as the platform is told of it. */
export class LearningRecord {
  constructor(data, { around = window, tell = () => {} } = {}) {
    this.data = data;
    this.tell = tell;
    this.began = Date.now();
    this.print = printOf(data);
    this.road = { begin: null, moves: [] };
    this.atAnEnding = false; // whether the whole scenario was played to an ending, in this visit or before
    this.isDone = false;
    this.status = null; // what we say it is; null where the platform already holds it done
    this.writes = 0;
    this.tries = 0;
    this.isTold = null;
    this.api = findApi(around);
    if (this.api) this.open();
  }

  /** Starts the conversation, and takes up what was kept; false where the platform refuses. */
  open() {
    const answer = this.call("LMSInitialize", "");
    if (answer !== "true" && !this.ask("cmi.core.lesson_status")) return false;
    this.isOpen = true;
    this.isDone = DONE.includes(this.ask("cmi.core.lesson_status"));
    this.status = this.isDone ? null : "incomplete";
    const [format, print, writes, ending, begin, codes] = this.ask("cmi.suspend_data").split(".");
    if (format !== FORMAT || print !== this.print) return true;
    this.writes = parseInt(writes, 36) || 0;
    this.atAnEnding = this.atAnEnding || ending === "e";
    const from = begin ? Object.keys(this.data.scenes)[parseInt(begin, 36)] || null : null;
    if (!this.road.moves.length) this.road = { begin: from, moves: movesOf(this.data, from, codes || "") };
    return true;
  }

  /** Where one left off, or null. */
  place() {
    return this.road.moves.length ? this.road : null;
  }

  begin() {
    if (this.api) this.keep();
    else this.say("unrecorded");
  }

  report(begin, moves) {
    this.road = { begin, moves: [...moves] };
    if (!begin && walk(this.data, begin, moves).scene.kind === "ending") this.atAnEnding = true;
    this.keep();
  }

  /** The last screen was shown. It counts when the whole was played, not one decision of it. */
  finished() {
    if (this.atAnEnding && !this.isDone) {
      this.isDone = true;
      this.status = "completed";
    }
    this.keep();
  }

  /** Stores, and tries again quietly before it says that nothing is recorded. */
  keep() {
    clearTimeout(this.later);
    if (!this.api || this.hasLeft) return;
    if (this.store()) {
      this.tries = 0;
      this.say("recorded");
      return;
    }
    const wait = QUIET_RETRIES_MS[this.tries];
    this.tries += 1;
    if (wait) this.later = setTimeout(() => this.keep(), wait);
    else this.say("unrecorded");
  }

  /** True where the platform holds what it was told: some answer "true" and store nothing, so it is read back. */
  store() {
    if (!this.api || this.hasLeft || !(this.isOpen || this.open())) return false;
    const place = this.packed();
    this.set("cmi.suspend_data", place);
    this.set("cmi.core.lesson_location", this.location());
    if (this.status) this.set("cmi.core.lesson_status", this.status);
    this.set("cmi.core.exit", this.isDone && !this.place() ? "" : "suspend");
    this.set("cmi.core.session_time", inHours(Date.now() - this.began));
    const committed = this.call("LMSCommit", "") === "true";
    const status = this.ask("cmi.core.lesson_status");
    return committed && this.ask("cmi.suspend_data") === place && (this.isDone ? DONE.includes(status) : Boolean(status));
  }

  leave() {
    if (!this.isOpen || this.hasLeft) return;
    clearTimeout(this.later);
    this.store();
    this.hasLeft = true;
    this.call("LMSFinish", "");
  }

  /** Format, print, a number that changes with each writing, whether an ending was reached, begin, a letter a move. */
  packed() {
    const { begin } = this.road;
    this.writes = (this.writes + 1) % 1296;
    const from = begin ? Object.keys(this.data.scenes).indexOf(begin).toString(36) : "";
    const head = [FORMAT, this.print, this.writes.toString(36), this.atAnEnding ? "e" : "", from, ""].join(".");
    return (head + codesOf(this.data, this.road)).slice(0, MOST_LETTERS - 1);
  }

  location() {
    return this.place() ? walk(this.data, this.road.begin, this.road.moves).scene.id.slice(0, MOST_LOCATION) : "";
  }

  say(detail) {
    if (this.isTold === detail) return;
    if (detail === "unrecorded") this.tell("unrecorded");
    else if (this.isTold) this.tell("back");
    this.isTold = detail;
  }

  set(element, value) {
    return this.call("LMSSetValue", element, value);
  }

  ask(element) {
    const answer = this.call("LMSGetValue", element);
    return answer === "false" ? "" : answer;
  }

  /** One call; a platform that throws has said no. */
  call(name, ...words) {
    try {
      return String(this.api[name](...words) ?? "");
    } catch {
      return "false";
    }
  }
}
