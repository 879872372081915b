// What studies report: figures with their sentence and table, findings as cards; every number with its limits.
import { fold, h, list, unseen } from "./dom.js";

const LONG = 400; // letters of a sentence that is better read beside its table than above its picture

const certainty = (card) => card.certainty_words || `${card.certainty} certainty`;

/** One finding in words: what was reported, how sure it is and where it stops. */
export function card(player, finding) {
  const place = [finding.setting, finding.country, finding.year].filter(Boolean).join(", ");
  const more = [
    ["How it was studied", [finding.design_words, finding.studied, finding.population].filter(Boolean).join("; ")],
    ["Where and when", place],
    ["Source", source(finding)],
    ["How we read it", finding.how_read],
    ["Second check", finding.second_check],
  ].filter(([, words]) => words);
  return h(
    "li.finding",
    {},
    h("p.practice", {}, finding.mark && h("span.mark", { "aria-hidden": "true" }, finding.mark), finding.practice_words),
    h("p", {}, finding.plain),
    finding.figure && h("p.figure", {}, finding.figure),
    h("p.small", {}, [certainty(finding), finding.limits].filter(Boolean).join(". ").replace(/\.\. /g, ". ")),
    fold(["Where this comes from", unseen(`: ${finding.practice_words}`)], h("dl.terms", {}, more.map(([term, words]) => h("div", {}, h("dt", {}, term), h("dd", {}, words))))),
  );
}

/** The full reference, with a link where a safe address is known. */
export function source({ citation, url }) {
  if (!url || !/^https?:\/\//.test(url)) return citation;
  return [citation, " ", h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, "Open the source (opens a new page)")];
}

export const cards = (player, ids) => {
  const known = ids.map((id) => player.data.findings[id]).filter(Boolean);
  return known.length > 0 && h("ul.findings", {}, known.map((finding) => card(player, finding)));
};

export function dataTable({ caption, columns, rows }) {
  return h(
    "div.scroll",
    {},
    h(
      "table.data",
      {},
      h("caption", {}, caption),
      h("thead", {}, h("tr", {}, columns.map((words) => h("th", { scope: "col" }, words)))),
      h(
        "tbody",
        {},
        rows.map(([first, ...rest]) => h("tr", {}, h("th", { scope: "row" }, first), rest.map((words) => h("td", {}, words)))),
      ),
    ),
  );
}

/** A figure is drawn elsewhere and may be late or never come: its sentence and table stand without it. */
export function figure(player, spec) {
  const picture = h("div.picture", {}, h("p.small", {}, "The picture is on its way…"));
  player.host.figure(spec.name).then(
    (svg) => {
      const src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
      picture.replaceChildren(h("img", { src, alt: spec.sentence }));
    },
    () => picture.replaceChildren(h("p.small", {}, "The picture could not be drawn here. Its words and numbers are below.")),
  );
  const long = spec.sentence.length > LONG;
  return h(
    "figure.figure",
    {},
    h("figcaption", {}, player.head(3, spec.title), !long && h("p", {}, spec.sentence)),
    picture,
    (spec.notes || []).length > 0 && h("div.small", {}, list(spec.notes)),
    fold(["The same in words and numbers", unseen(`: ${spec.title}`)], long && h("p", {}, spec.sentence), dataTable(spec.table)),
  );
}

const TERMS = {
  "risk-averse practice": "decided for safety without the person, mainly to settle a service's or one's own worry",
};

/** The reported harms and gains of every practice in one place, the contrast first. */
export function figures(player, debrief) {
  const drawn = [...(debrief.figures || [])].sort((a, b) => (b.kind === "contrast") - (a.kind === "contrast"));
  const inText = cards(player, debrief.words || []);
  return h(
    "div.evidence",
    {},
    h(
      "p",
      {},
      "Harms and gains that studies report, for every way of deciding. ",
      Object.entries(TERMS).map(([term, gloss]) => [h("em", {}, term), ` means ${gloss}. `]),
      "How many studies there are says what was looked for, not how much harm there is.",
    ),
    drawn.map((spec) => figure(player, spec)),
    inText && [player.head(3, drawn.length ? "Found, and better said in words" : "What was found, in words"), inText],
  );
}

/** The ids of everything that this debrief rests on, in the order it is met. */
export function findingsOf(debrief) {
  const ids = [
    ...debrief.options.flatMap((option) => option.findings || []),
    ...(debrief.figures || []).flatMap((spec) => spec.findings || []),
    ...(debrief.words || []),
  ];
  return [...new Set(ids)];
}

/** Asks Python for one figure after the other by its name, and waits for none of them for ever. */
export function figuresFrom(model, patience = 20000) {
  const ask = (name) =>
    new Promise((resolve, reject) => {
      const hear = (message) => {
        const failed = message.kind === "trouble" && message.about === "figure";
        if (!failed && !(message.kind === "figure" && message.name === name)) return;
        leave();
        if (message.svg) resolve(message.svg);
        else reject(new Error("not drawn"));
      };
      const leave = () => {
        clearTimeout(late);
        model.off("msg:custom", hear);
      };
      const late = setTimeout(() => {
        leave();
        reject(new Error("late"));
      }, patience);
      model.on("msg:custom", hear);
      model.send({ kind: "figure", name });
    });
  let before = Promise.resolve();
  return (name) => {
    const figure = before.then(() => ask(name));
    before = figure.catch(() => {});
    return figure;
  };
}
