// One finding as a card that opens: closed, what was looked at and how sure it is; open, everything we know of it.
import { h, list, unseen } from "./dom.js";
import { source } from "./evidence.js";
import { line } from "./people.js";

export const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);
const ended = (words) => (/[.?!]$/.test(words) ? words : `${words}.`);
const sentence = (words) => ended(capital(words));

/** What stands on a closed card; away from its practice it says which. No figure: that comes with its limits. */
export function face(finding, away) {
  const { plain: said, practice_words: practice, direction_words: direction, who_words: who, certainty_words: sure } = finding;
  const place = [finding.country, finding.year].filter(Boolean).join(", ");
  const facts = [away && practice, `${direction}, for ${who}; ${sure}`, place].filter(Boolean).map(sentence).join(" ");
  return h("span.ev-face", {}, said, " ", h("span.small", {}, facts));
}

/** The inside of an open card. `screen` makes links to other findings and to decisions. */
export function body(screen, finding) {
  return [
    finding.figure && h(finding.sensitive ? "p" : "p.figure", {}, sentence(finding.figure)),
    finding.limits && h("p", {}, h("strong", {}, "What it does not show. "), finding.limits),
    readWith(screen, finding),
    finding.sensitive && awake(screen.data.help),
    h("dl.terms", {}, terms(screen, finding).map(([term, words]) => h("div", {}, h("dt", {}, term), h("dd", {}, words)))),
    h("p", {}, screen.linkTo(finding.id, ["Link to this finding", unseen(`: ${finding.plain}`)])),
  ].filter(Boolean);
}

/** What it must not be read without, with the figure of that too. */
function readWith(screen, { together }) {
  const one = (other) =>
    h("li", {}, screen.linkTo(other.id, other.plain), ` ${[other.figure, `${other.direction_words}; ${other.certainty_words}`].filter(Boolean).map(sentence).join(" ")}`);
  return together.length > 0 && h("div.ev-readwith", {}, h("p", {}, h("strong", {}, "Read it with")), h("ul", {}, found(screen, together).map(one)));
}

function terms(screen, finding) {
  const { mark, same_data: same, overlaps, decisions } = finding;
  return [
    ["Practice", capital(finding.practice_words)],
    ["Way of deciding", [mark && h("span.mark", { "aria-hidden": "true" }, `${mark} `), mark ? finding.approach_words : capital(finding.approach_words)]],
    ["Kind of harm or gain", capital(finding.kind_words)],
    ["Who was studied", [finding.population, finding.studied].filter(Boolean).join("; ")],
    ["How it was studied", capital(finding.design_words)],
    ["Where and when", capital([finding.setting, finding.country, finding.year || "year not seen"].join(", "))],
    ["Source", source(finding)],
    ["How we read it", [sentence(finding.how_read), finding.source_note && ` ${finding.source_note}`]],
    ["Second check", finding.second_check],
    same.length > 0 && ["The same data in another form: count it once", linked(screen, same)],
    overlaps.length > 0 && ["Rests partly on the same studies or people: do not add up", linked(screen, overlaps)],
    decisions.length > 0 && ["Decisions that name it", h("ul", {}, decisions.map((name) => decisionItem(screen, name)))],
  ].filter(Boolean);
}

const found = (screen, ids) => ids.map((id) => screen.byId.get(id)).filter(Boolean);

const linked = (screen, ids) =>
  h("ul", {}, found(screen, ids).map((other) => h("li", {}, screen.linkTo(other.id, `${capital(other.practice_words)}. ${other.plain}`))));

function decisionItem(screen, name) {
  const decision = screen.data.decisions.find(({ scenario, fork }) => `${scenario}/${fork}` === name);
  return h("li", {}, screen.decisionLink(decision, decision.heading), ` (${decision.title})`);
}

/** Beside what is about deaths: who can be reached at any hour. */
function awake({ awake_now: here, national }) {
  return h(
    "aside.ev-awake",
    { "aria-label": "Who is awake now" },
    h("p", {}, h("strong", {}, "This is about people who died, or nearly did. If it stays with you:")),
    list([...here, ...national].map(({ label, phone }) => line({ label, phone }))),
  );
}
