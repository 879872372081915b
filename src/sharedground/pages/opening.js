// The screens around a play: which scenario, what it touches on and how to begin, stepping out, the end.
import { h, fold, inWords, list, monthInWords, uid } from "./dom.js";
import { forksOf, range } from "./path.js";
import { helpLines, origin, thePerson } from "./people.js";
import { readingSettings } from "./settings.js";

const minutes = (number) => `${number} minutes`;

function touchesOn(notes) {
  if (!notes || !notes.length) return "";
  const long = notes.some((note) => note.includes(","));
  return long ? `It touches on: ${notes.join("; ")}.` : `It touches on ${inWords(notes)}.`;
}

/** Every scenario there is; also the way out when one could not be opened. */
export function catalogue(player) {
  const { trouble } = player;
  const scenario = (entry) =>
    h(
      "li",
      {},
      player.head(2, entry.title),
      h("p.story", {}, entry.summary),
      h("p.small", {}, [`${minutes(entry.minutes)}, ${entry.setting}.`, touchesOn(entry.content_notes)].filter(Boolean).join(" ")),
      h("div.row", {}, h("button.plain", { type: "button", onclick: () => player.ask(entry.slug) }, `Open ${entry.title}`)),
      (entry.forks || []).length > 1 &&
        fold(
          "Or one decision from it, five minutes",
          h(
            "ul.ways",
            {},
            entry.forks.map((fork) =>
              h("li", {}, h("button.way", { type: "button", onclick: () => player.ask(entry.slug, fork.id) }, fork.heading)),
            ),
          ),
        ),
    );
  return {
    title: "Choose a scenario",
    parts: [
      h("div.text", {}, trouble && h("p.notice", {}, trouble), player.head(1, "Choose a scenario")),
      h("ul.catalogue", {}, player.catalogue.map(scenario)),
    ],
  };
}

export function waiting(player) {
  const parts = [h("div.text", {}, player.head(1, "Opening…"), h("p", {}, "This takes a moment."))];
  return { title: "Opening", parts };
}

/** What it touches on, before anything else; then what it is, and two ways in. */
export function opening(player) {
  const { data } = player;
  const { about } = data;
  const person = thePerson(data);
  const forks = forksOf(data);
  const asked = forks.find((fork) => fork.id === player.fork);
  const start = data.scenes[data.start];
  const [least, most] = start.decisions_left || [forks.length, forks.length];

  const way = (fork) =>
    h("li", {}, h("button.way", { type: "button", onclick: () => player.begin(fork.id) }, fork.heading));
  const others = forks.filter((fork) => fork !== asked);

  return {
    title: "Before you start",
    parts: [
      player.note && h("p.notice", {}, player.note),
      h(
        "div.text",
        {},
        h("p.eyebrow", {}, "A scenario to decide"),
        player.head(1, data.title),
        h(
          "p.care",
          {},
          h("strong", {}, touchesOn(data.content_notes)),
          " You can step out at any time, at the top of every page.",
        ),
        h("p.story.lead", {}, data.summary),
      ),
      player.place && keptPlace(player),
      h(
        "div.doors",
        {},
        h(
          "section.door",
          {},
          player.head(2, "One decision"),
          h("p.small", {}, "About five minutes. Decide, and see both sides."),
          asked
            ? [
                h("button.go", { type: "button", onclick: () => player.begin(asked.id) }, asked.heading),
                others.length > 0 && fold("Another decision", h("ul.ways", {}, others.map(way))),
              ]
            : h("ul.ways", {}, forks.map(way)),
        ),
        h(
          "section.door",
          {},
          player.head(2, "The whole scenario"),
          h("p.small", {}, `${minutes(about.minutes)}, ${range(least, most)} decisions. What you choose leads on.`),
          h(asked ? "button.plain" : "button.go", { type: "button", onclick: () => player.begin(null) }, "Start from the beginning"),
        ),
      ),
      player.host.note && h("p.text.small", {}, player.host.note),
      player.keeper.canKeep && !player.host.restore && keepMyPlace(player),
      h(
        "dl.cast",
        {},
        h("div", {}, h("dt", {}, "About"), h("dd", {}, who(person))),
        (data.what_matters || []).length > 0 &&
          h("div", {}, h("dt", {}, `What matters to ${person.name}`), h("dd", {}, list(data.what_matters))),
        h("div", {}, h("dt", {}, "Where"), h("dd", {}, place(about))),
        h("div", {}, h("dt", {}, "Made how"), h("dd", {}, origin(data))),
      ),
      player.ownPage && h("div.text", {}, readingSettings()),
      player.catalogue.length > 1 &&
        h(
          "p.text",
          {},
          h("button.link", { type: "button", onclick: () => player.go({ at: "catalogue" }) }, "Other scenarios"),
        ),
    ],
  };
}

function who(person) {
  const described = [person.name];
  if (person.pronouns) described.push(` (${person.pronouns})`);
  if (person.legal_status) described.push(`: ${person.legal_status}`);
  return `${described.join("")}.`;
}

function place({ setting, nation, law_checked: checked }) {
  const where = setting.charAt(0).toUpperCase() + setting.slice(1);
  return `${where}. Law of ${nation}, last checked ${monthInWords(checked)}.`;
}

function keepMyPlace(player) {
  const id = uid("keep");
  const box = h("input", { type: "checkbox", id, onchange: (event) => player.keep(event.target.checked) });
  box.checked = player.state.keep;
  return h(
    "div.text",
    {},
    h(
      "div.option.check",
      {},
      box,
      h("label", { for: id }, "Keep my place on this computer"),
    ),
    h("p.small", {}, "Only where the computer is yours. Otherwise everything is gone when you finish, step out or close the page."),
  );
}

function keptPlace(player) {
  return h(
    "section.text.kept",
    {},
    player.head(2, player.host.restore ? "Your place was kept" : "You kept your place here"),
    h(
      "div.row",
      {},
      h("button.plain", { type: "button", onclick: () => player.goOnFromPlace() }, "Go on from there"),
      h("button.plain", { type: "button", onclick: () => player.forgetPlace() }, "Forget it"),
    ),
  );
}

/** A quiet page that shows nothing of what was chosen. */
export function out(player) {
  return {
    title: "Shared Ground",
    parts: [
      h(
        "div.text",
        {},
        player.head(1, "Take all the time you need"),
        h("p.lead", {}, "You have stepped out. Nothing you chose or wrote is kept here."),
        helpLines(player.data || player.host, player.head(2, "Who is awake now")),
        again(player, "Close this page whenever you like."),
      ),
    ],
  };
}

export function finished(player) {
  return {
    title: "Finished",
    parts: [
      h(
        "div.text",
        {},
        player.head(1, "Thank you for deciding"),
        h("p.lead", {}, "What you chose and wrote has been cleared from this page. The line you took away is yours."),
        helpLines(player.data, player.head(2, "If it stays with you")),
        again(player, "You can close the page now."),
      ),
    ],
  };
}

/** Another scenario, if possible from another place than this one, and not met in this tab yet. */
function another(player) {
  const here = player.catalogue.find((entry) => player.data && entry.slug === player.data.slug);
  const met = new Set(player.keeper.met().map((each) => each.split(" ")[0]));
  const others = player.catalogue.filter((entry) => entry !== here);
  const fresh = others.filter((entry) => !met.has(entry.slug));
  const from = fresh.length ? fresh : others;
  return from.find((entry) => here && entry.setting !== here.setting) || from[0];
}

function again(player, words) {
  const others = player.catalogue.length > 1;
  const next = another(player);
  return [
    h("p.after", {}, words),
    next && player.screen.at === "finished" && h("p", {}, "Another time, perhaps: ", h("button.link", { type: "button", onclick: () => player.ask(next.slug) }, next.title), `, ${minutes(next.minutes)}, ${next.setting}.`),
    h(
      "div.row",
      {},
      player.data && h("button.plain", { type: "button", onclick: () => player.afresh() }, "Start again"),
      others && h("button.plain", { type: "button", onclick: () => player.go({ at: "catalogue" }) }, "Other scenarios"),
    ),
  ];
}
