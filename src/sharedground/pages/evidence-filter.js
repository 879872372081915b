// Which findings an address asks for, and the address that asks for them. Pure: it touches no page.

const MOST_LETTERS = 200;

/** The findings one by one, from a list per key. */
export const findingsFrom = (columns) =>
  (columns.id || []).map((_, at) => Object.fromEntries(Object.entries(columns).map(([key, cells]) => [key, cells[at]])));

const plain = (text) => String(text ?? "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const inAddress = (text) => String(text ?? "").toLowerCase().replace(/_/g, "-");

/** Nothing asked for: everything is shown. */
export const askNothing = () => ({ words: "", picks: {}, scenario: "", fork: "" });

/**
 * What the query of an address asks for. A value that is not one of the choices is left out, and the label of its
 * filter comes back in `unknown`; nothing of what stood there is ever shown or looked up.
 */
export function askedFor(query, data) {
  const said = new URLSearchParams(query);
  const ask = askNothing();
  const unknown = [];
  ask.words = (said.get("q") || "").slice(0, MOST_LETTERS);
  for (const { key, label, choices } of data.filters) {
    const value = inAddress(said.get(key));
    if (!value) continue;
    if (choices.some((choice) => choice.value === value)) ask.picks[key] = value;
    else unknown.push(label);
  }
  const scenario = inAddress(said.get("scenario"));
  const fork = inAddress(said.get("fork"));
  if (data.decisions.some((each) => each.scenario === scenario)) {
    ask.scenario = scenario;
    if (data.decisions.some((each) => each.scenario === scenario && each.fork === fork)) ask.fork = fork;
    else if (fork) unknown.push("Decision");
  } else if (scenario || fork) {
    unknown.push("Scenario");
  }
  return { ask, unknown };
}

/** The query that asks for it, with its question mark; empty where nothing is asked. */
export function queryOf(ask, data) {
  const said = new URLSearchParams();
  if (ask.scenario) said.set("scenario", ask.scenario);
  if (ask.fork) said.set("fork", ask.fork);
  for (const { key } of data.filters) if (ask.picks[key]) said.set(key, ask.picks[key]);
  if (ask.words.trim()) said.set("q", ask.words.trim());
  const query = said.toString();
  return query && `?${query}`;
}

/** The decision asked for, where it is one. */
export const decisionOf = (ask, data) =>
  (ask.fork && data.decisions.find((each) => each.scenario === ask.scenario && each.fork === ask.fork)) || null;

/** Each thing that was picked: its filter, the words of the choice, and the places the choice takes in. */
export function picked(ask, data) {
  return data.filters
    .filter(({ key }) => ask.picks[key])
    .map(({ key, label, choices }) => {
      const choice = choices.find((each) => each.value === ask.picks[key]);
      return { key, label, words: choice.words, of: choice.of || [choice.value] };
    });
}

const SEARCHED =
  "id plain figure limits practice_words approach_words who_words kind_words design_words setting population country year citation";

/** Whether every word somebody typed stands in what the finding shows. */
function says(finding, words) {
  finding.searched ??= plain(SEARCHED.split(" ").map((key) => finding[key]).join(" "));
  return words.every((word) => finding.searched.includes(word));
}

/**
 * The findings to show, by practice: those asked for, and beneath them those they must not be read without.
 * `named` is a finding the address points at; it is shown also where the rest of the address leaves it out.
 */
export function toShow(findings, ask, data, named = null) {
  const picks = picked(ask, data);
  const words = plain(ask.words).split(/\s+/).filter(Boolean);
  const decision = ask.fork && `${ask.scenario}/${ask.fork}`;
  const asked = findings.filter(
    (finding) =>
      picks.every(({ key, of }) => of.includes(finding[`in_${key}`])) &&
      (!decision || finding.decisions.includes(decision)) &&
      (!ask.scenario || finding.decisions.some((each) => each.startsWith(`${ask.scenario}/`))) &&
      says(finding, words),
  );
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const pointedAt = named && byId.get(named);
  const groups = new Map();
  if (pointedAt && !asked.includes(pointedAt)) groups.set("", { practice: "", words: "The finding you were sent to", asked: [pointedAt], brought: [] });
  for (const finding of asked) {
    const practice = finding.in_practice;
    if (!groups.has(practice)) groups.set(practice, { practice, words: finding.practice_words, asked: [], brought: [] });
    groups.get(practice).asked.push(finding);
  }
  const there = new Set([...groups.values()].flatMap((group) => group.asked));
  for (const group of groups.values()) {
    for (const other of group.asked.flatMap((finding) => finding.together).map((id) => byId.get(id))) {
      if (!other || there.has(other)) continue;
      there.add(other);
      group.brought.push(other);
    }
  }
  const brought = [...groups.values()].reduce((sum, group) => sum + group.brought.length, 0);
  return { groups: [...groups.values()], asked: asked.length, brought, all: findings.length };
}

/** "14 of 220 findings, and 2 that must be read with them." */
export function countInWords({ asked, brought, all }) {
  if (asked === all) return `All ${all} findings.`;
  const found = asked === 0 ? "No finding has all of that." : `${asked} of ${all} findings`;
  if (asked === 0) return found;
  if (!brought) return `${found}.`;
  return `${found}, and ${brought} more that must be read with ${asked === 1 ? "it" : "them"}.`;
}
