// The list of scenarios: find one, one decision now, go on from a kept place. Without it the list is simply whole.
import { h, uid } from "./dom.js";
import { keeper } from "./keep.js";
import { readAsBefore, readingSettings } from "./settings.js";

const ANY = "";
const SEATS = 3; // lived experience, carer, clinician

function picker(words, options, onchange) {
  const id = uid("find");
  const select = h(
    "select",
    { id, onchange },
    h("option", { value: ANY }, "Any"),
    options.map(([value, said]) => h("option", { value }, said)),
  );
  return { select, place: h("div.find", {}, h("label", { for: id }, words), select) };
}

const sorted = (values) => [...new Set(values)].sort((a, b) => a.localeCompare(b));

/** Choices that narrow the list, and a line that says how much of it is left. */
function finder(cards) {
  const facts = new Map(cards.map((card) => [card, JSON.parse(card.dataset.entry)]));
  const all = [...facts.values()];
  const said = h("p.facts", { role: "status" });
  const settings = picker("Where", sorted(all.map((entry) => entry.setting)).map((each) => [each, each]), narrow);
  const minutes = picker("No longer than", [["10", "10 minutes"], ["12", "12 minutes"], ["15", "15 minutes"]], narrow);
  const seat = picker("Reviewed by", [["yes", "someone outside the project"], ["no", "nobody outside it yet"]], narrow);
  const [about, aboutPlace] = words("About");
  const [without, withoutPlace] = words("Nothing that touches on");

  function words(label) {
    const id = uid("find");
    const input = h("input", { type: "text", id, autocomplete: "off", oninput: narrow });
    return [input, h("div.find", {}, h("label", { for: id }, label), input)];
  }

  const asked = (input) => input.value.trim().toLowerCase().split(/[\s,]+/).filter(Boolean);

  function fits(entry) {
    const touches = entry.content_notes.join(" ").toLowerCase();
    const tells = `${entry.title} ${entry.summary} ${entry.forks.map((fork) => fork.heading).join(" ")} ${touches}`.toLowerCase();
    return (
      (!settings.select.value || entry.setting === settings.select.value) &&
      (!minutes.select.value || entry.minutes <= Number(minutes.select.value)) &&
      (!seat.select.value || entry.not_reviewed_by.length < SEATS === (seat.select.value === "yes")) &&
      asked(about).every((word) => tells.includes(word)) &&
      !asked(without).some((word) => touches.includes(word))
    );
  }

  function narrow() {
    const left = cards.filter((card) => {
      card.hidden = !fits(facts.get(card));
      return !card.hidden;
    });
    said.textContent = left.length === cards.length ? "" : `${left.length} of ${cards.length} scenarios.`;
  }

  return h(
    "details",
    {},
    h("summary", {}, "Find one by theme, length, place or what it touches on"),
    h("div.finder", {}, aboutPlace, minutes.place, settings.place, withoutPlace, seat.place, said),
  );
}

const HARD = /suicid|self-harm/i;

/** A decision nobody has met in this tab yet; nothing hard as the first; any one, when all have been met. */
function anyDecision(cards, met) {
  const all = cards.flatMap((card) => {
    const { slug, forks, content_notes: notes } = JSON.parse(card.dataset.entry);
    return forks.map((fork) => ({ slug, fork: fork.id, hard: HARD.test(notes.join(" ")) }));
  });
  const fresh = all.filter(({ slug, fork }) => !met.includes(`${slug} ${fork}`));
  const gentle = fresh.filter(({ hard }) => !hard);
  const from = !met.length && gentle.length ? gentle : fresh.length ? fresh : all;
  return from[Math.floor(Math.random() * from.length)];
}

function start(root) {
  const { base } = root.dataset;
  const cards = [...root.querySelectorAll("[data-entry]")];
  const keep = keeper(true, { fresh: false });
  const now = h("a.button", { href: "#" }, "One decision now");
  const aim = () => {
    const { slug, fork } = anyDecision(cards.filter((card) => !card.hidden), keep.met()) || {};
    if (slug) now.href = `${base}practise?scenario=${slug}&fork=${fork}`;
  };
  aim();
  now.addEventListener("click", aim);
  for (const card of cards) {
    const { slug } = JSON.parse(card.dataset.entry);
    const place = keep.place(slug);
    if (!place || !place.moves.length) continue;
    card.querySelector(".sg-doorways").append(h("a.inlinelink", { href: `${base}practise?scenario=${slug}` }, "Go on from your place"));
  }
  root.querySelector("[data-tools]").replaceChildren(
    h("p.doorways", {}, now, h("span.facts", {}, "About five minutes. It picks one you have not met in this tab.")),
    cards.length > 2 && finder(cards),
  );
  root.append(readingSettings());
}

readAsBefore();
const root = document.querySelector("[data-gallery]");
if (root) start(root);
