// What is said before any finding: what is thin or missing, and the contrast over the whole table. Figures come when asked for.
import { fold, h, scrolledByKeyboard, uid, unseen } from "./dom.js";
import { figure } from "./evidence.js";
import { capital } from "./finding.js";

/** Open for whoever comes without asking for anything, and closed, but still first, for whoever does. */
export function readFirst(screen) {
  const { thin, missing, traps } = screen.data.first;
  const passages = (all) => h("ul.ev-passages", {}, all.map((each) => passage(screen, each)));
  return h(
    "details.fold",
    { "data-part": "first" },
    h("summary", {}, screen.head(2, "First, what is thin or missing")),
    h("div.inside", {}, passages(thin), fold("Where we found no study", passages(missing)), fold("Traps in reading the rest", passages(traps))),
  );
}

function passage(screen, { point, text, findings }) {
  const words = (id) => (findings.length > 1 ? screen.byId.get(id).practice_words : ["See it", unseen(`: ${point}`)]);
  return h("li", {}, h("strong", {}, point), " ", text, findings.map((id) => [" ", screen.linkTo(id, words(id))]));
}

export function contrast(screen) {
  const place = h("div.evidence");
  const details = h(
    "details.fold",
    { "data-part": "contrast", ontoggle: () => details.open && !place.firstChild && figuresInto(screen, place, (found) => [found.contrast], () => "") },
    h("summary", {}, screen.head(2, "Reported harms and gains, side by side")),
    h(
      "div.inside",
      {},
      h("p", {}, "Which practices were reported to harm or to help, by kind and by who carries it. In three columns:"),
      h("dl.terms", {}, Object.entries(screen.data.glosses).map(([term, gloss]) => h("div", {}, h("dt", {}, capital(term)), h("dd", {}, gloss)))),
      place,
    ),
  );
  return details;
}

/** A button that opens figures, closes them again, and the place for them. `names` picks them from all there are. */
export function figuresButton(screen, about, names, look = "button.plain") {
  const place = h("div.evidence.ev-opened", { id: uid("figures"), hidden: true });
  const button = h(
    look,
    {
      type: "button",
      "aria-expanded": "false",
      "aria-controls": place.id,
      onclick() {
        place.hidden = !place.hidden;
        button.setAttribute("aria-expanded", String(!place.hidden));
        if (!place.hidden && !place.querySelector("figure")) figuresInto(screen, place, names);
      },
    },
    "See the figures",
    unseen(`: ${about}`),
  );
  return { button, place };
}

async function figuresInto(screen, place, names, head = (level, words) => screen.head(level + 1, words)) {
  place.replaceChildren(h("p.small", {}, "The figures are on their way…"));
  try {
    const found = await screen.figures();
    place.replaceChildren(...names(found).map((name) => figure({ host: screen.host, head }, found.specs[name])));
    scrolledByKeyboard(place);
  } catch {
    place.replaceChildren(h("p.small", {}, "The figures could not be fetched just now. The findings say the same in words."));
  }
}
