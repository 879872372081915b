// Both sides of one fork, after choosing: a first screen that is always open, and the rest folded beneath it.
import { fold, h, list, uid } from "./dom.js";
import { cards, figures, findingsOf } from "./evidence.js";
import { decisions, forksOf, walk } from "./path.js";
import { nameOf, shortProvenance, thePerson, voice, whoIs } from "./people.js";

/** Where columns are narrow some kinds are said more shortly; the fold beneath says them in full. */
const SHORT = {
  "physical safety": "safety",
  "peace of mind": "calm",
  "work, home or study": "work or home",
  "conscience, fear of blame": "conscience",
  "a clear conscience": "conscience",
  "time and money": "time, money",
};
const NEEDS = ["Time", "Backing", "A plan", "Advice", "More staff"];

/** Who carries it, in the order of the table, and what they are called here. */
function bearers(data, sides) {
  const family = Object.values(data.people).filter((each) => each.role === "family");
  return [
    ["person", thePerson(data).name],
    ["practitioner", "You"],
    sides.has_family && ["family", family.length === 1 ? family[0].name : "Family"],
    ["service", "The service"],
  ].filter(Boolean);
}

export function debrief(player) {
  const { data, state, screen } = player;
  const { steps } = walk(data, state.begin, state.moves);
  const made = decisions(steps);
  const step = made.find((each) => each.scene.id === screen.fork);
  const fork = step.scene;
  const sides = data.debrief[fork.id];
  const mine = sides.options.find((option) => option.id === step.choice.id);
  const next = made[made.indexOf(step) + 1];
  return {
    title: `Looking back: ${fork.heading}`,
    parts: [
      h(
        "div.first",
        { "data-part": "first" },
        followed(player, fork, mine, made.length),
        h("section.wide", {}, h("div.heads", {}, player.head(2, "Side by side"), key()), table(data, sides, mine)),
        known(player, sides),
        needs(player, fork, sides, mine),
        takeAway(player, fork, mine),
        actions(player, fork, next),
      ),
      h(
        "div.text.folds",
        {},
        state.begin && fold("In full: what followed", followedInFull(data, mine)),
        fold("In full: what each option protects and costs", inFull(player, sides)),
        otherVoices(player, fork, sides, mine),
        h("div.screenonly", {}, fold("The other decisions", otherForks(player, fork, made))),
        (sides.discuss || []).length > 0 && fold("To talk over with others", list(sides.discuss)),
        findingsOf(sides).length > 0 &&
          fold("The studies, one by one", cards(player, findingsOf(sides)), allEvidence(player, fork)),
      ),
    ],
  };
}

/** The same findings among all the evidence, where the site has that page; what was decided here stays open. */
function allEvidence(player, fork) {
  const home = document.querySelector(".sg-top a");
  if (!home || !player.ownPage) return null;
  const query = new URLSearchParams({ scenario: player.data.slug, fork: fork.id });
  return h("p", {}, h("a", { href: `${home.href}all-the-evidence?${query}`, target: "_blank", rel: "noopener" }, "Among all the evidence (opens a new page)"));
}

function followed(player, fork, mine, howMany) {
  const { data } = player;
  const line = mine.diary;
  return h(
    "section.text",
    {},
    h("p.small.onpaper", {}, `${data.title}: ${fork.heading}`),
    howMany > 1 && h("p.eyebrow", {}, `Looking back: ${fork.heading}`),
    player.head(1, "What followed"),
    h("p.story", {}, mine.in_short),
    line &&
      h(
        "figure.voice",
        {},
        h("blockquote", {}, h("p", {}, line.text)),
        h("figcaption", {}, `${nameOf(data, line.who)}. ${shortProvenance(data)}`),
      ),
    (mine.could_also || []).length > 0 &&
      h("div.else", {}, player.head(2, "It could have gone otherwise"), list(mine.could_also.slice(0, 2))),
  );
}

/** Every option a column, yours marked in words; a heading across for each who carries it. */
function table(data, sides, mine) {
  const { options } = sides;
  const at = (option, name, props, ...inside) => h(option === mine ? `${name}.mine` : name, props, inside);
  const head = (option) =>
    at(
      option,
      "th",
      { scope: "col" },
      h("span.named", {}, option.named),
      h(`span.how.${option.stance}`, {}, h("span.mark", { "aria-hidden": "true" }, option.mark), option.stance_words),
      option === mine && h("span.yours", {}, "Yours"),
    );
  const cell = (option, bearer) => {
    const { costs, gives, nobody_asked: unasked } = option.rows[bearer] || {};
    const words = [side("protects", gives), side("costs", costs), unasked && h("p.unasked", {}, "nobody asked")].filter(Boolean);
    return at(option, "td", {}, words.length > 0 ? words : "–");
  };
  const groups = bearers(data, sides).map(([bearer, who]) =>
    h(
      "tbody",
      {},
      h("tr", {}, h("th.bearer", { scope: "rowgroup", colspan: options.length }, who)),
      h("tr", {}, options.map((option) => cell(option, bearer))),
    ),
  );
  const caption = h("caption.unseen", {}, "What each option protects and costs");
  return h("div.scroll", {}, h("table.fork", {}, caption, h("thead", {}, h("tr", {}, options.map(head))), groups));
}

const key = () => h("p.key", { "aria-hidden": "true" }, h("b", {}, "+"), " protects ", h("b", {}, "–"), " costs");

/** "protects a say, trust"; where columns are narrow the word is a sign, which the key above the table explains. */
function side(word, effects = []) {
  if (!effects.length) return null;
  const sign = h("span.sign", { "aria-hidden": "true" }, word === "protects" ? "+" : "–");
  return h(`p.${word}`, {}, sign, h("span.word", {}, `${word} `), kinds(effects));
}

const kinds = (effects) => [...new Set(effects.map(({ words }) => SHORT[words] || words))].join(", ");

function known(player, sides) {
  const any = (sides.figures || []).length > 0 || (sides.words || []).length > 0;
  const place = h("div.wide", { id: uid("figures"), hidden: true });
  const button = h(
    "button.plain",
    {
      type: "button",
      "aria-expanded": "false",
      "aria-controls": place.id,
      onclick() {
        const open = place.hidden;
        if (open && !place.firstChild) place.append(figures(player, sides));
        place.hidden = !open;
        button.setAttribute("aria-expanded", String(open));
        player.settle();
      },
    },
    "See the figures",
  );
  return h(
    "section.known",
    {},
    h(
      "dl.runin.text",
      {},
      h("div", {}, h("dt", {}, "Known."), " ", h("dd", {}, sides.known)),
      h("div", {}, h("dt", {}, "Not known."), " ", h("dd", {}, sides.not_known)),
    ),
    any && [h("div.text", {}, button), place],
  );
}

function needs(player, fork, sides, mine) {
  const { state } = player;
  const answer = state.answers[fork.id] || {};
  const other = answer.backed && answer.backed !== "same" && sides.options.find((each) => each.id === answer.backed);
  const noted = state.needs[fork.id] || { ticked: [], own: "" };
  const note = (change) => {
    state.needs[fork.id] = Object.assign(noted, change);
    player.save();
  };
  const tick = (words) => {
    const id = uid("need");
    const box = h("input", {
      type: "checkbox",
      id,
      onchange() {
        note({ ticked: NEEDS.filter((each) => (each === words ? box.checked : noted.ticked.includes(each))) });
      },
    });
    box.checked = noted.ticked.includes(words);
    return h("div.chip", {}, box, h("label", { for: id }, words));
  };
  const own = h("input", {
    type: "text",
    "aria-label": "What else you would need",
    maxlength: "300",
    autocomplete: "off",
    hidden: !noted.own,
    oninput: () => note({ own: own.value }),
  });
  own.value = noted.own;
  const moreId = uid("need");
  const more = h("input", {
    type: "checkbox",
    id: moreId,
    onchange() {
      own.hidden = !more.checked;
      if (more.checked) own.focus();
      else note({ own: (own.value = "") });
    },
  });
  more.checked = Boolean(noted.own);
  return h(
    "section.text",
    {},
    (sides.whatever_you_choose || []).length > 0 && [player.head(2, "Whatever you choose"), list(sides.whatever_you_choose)],
    h(
      "fieldset.needs",
      {},
      h("legend", {}, other ? `If backed, you would rather: ${other.named}. What would you need?` : "What would you need, to choose as you think right?"),
      h("div.chips", {}, NEEDS.map(tick), h("div.chip", {}, more, h("label", { for: moreId }, "Other"))),
      own,
    ),
  );
}

/** The line for handover, hers to change; it leaves only by her own hand. */
function takeAway(player, fork, mine) {
  const { data, state } = player;
  const id = uid("line");
  const composed = `${fork.heading}: ${mine.named}. Next shift, please ask ${thePerson(data).name} how it is going.`;
  const box = h("textarea", {
    id,
    rows: "2",
    maxlength: "600",
    oninput() {
      state.lines[fork.id] = box.value;
      player.save();
    },
  });
  box.value = state.lines[fork.id] || mine.handover || composed;
  box.dataset.grows = "";
  const words = () => {
    const { ticked, own } = state.needs[fork.id] || { ticked: [], own: "" };
    const needed = [...ticked, own].filter(Boolean);
    return [
      box.value,
      needed.length > 0 && `To choose as I think right, I would need: ${needed.join("; ")}.`,
      `From the training scenario "${data.title}". Everyone in it is made up.`,
    ]
      .filter(Boolean)
      .join("\n\n");
  };
  return h(
    "section.text",
    {},
    player.head(2, h("label", { for: id }, "One line to take away")),
    box,
    h(
      "div.row",
      {},
      h("button.plain", { type: "button", onclick: () => copy(player, box) }, "Copy"),
      h("button.plain", { type: "button", onclick: () => download(`shared-ground-${data.slug}.txt`, words()) }, "Download"),
      player.ownPage && h("button.plain", { type: "button", onclick: () => window.print() }, "Print"),
    ),
  );
}

async function copy(player, box) {
  try {
    await navigator.clipboard.writeText(box.value);
    player.say("Copied.");
  } catch {
    box.select();
    const done = document.execCommand && document.execCommand("copy");
    player.say(done ? "Copied." : "Marked, ready to copy.");
  }
}

function download(name, words) {
  const url = URL.createObjectURL(new Blob([`${words}\n`], { type: "text/plain;charset=utf-8" }));
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

function actions(player, fork, next) {
  return h(
    "div.text.row.last",
    {},
    next
      ? h("button.go", { type: "button", onclick: () => player.go({ at: "debrief", fork: next.scene.id }) }, "Next decision")
      : h("button.go", { type: "button", onclick: () => player.finish() }, "Finish"),
    h("button.plain", { type: "button", onclick: () => player.again(fork) }, "Try another option"),
    next && h("button.plain", { type: "button", onclick: () => player.finish() }, "Finish"),
  );
}

/** The scene itself, where one decision was taken by itself and the page went straight to both sides. */
function followedInFull(data, mine) {
  const next = data.scenes[mine.leads_to];
  return [h("div.story", { html: next.html }), (next.diary || []).map((each) => voice(data, each, `${nameOf(data, each.who)}, in a diary`))];
}

function inFull(player, sides) {
  const { data } = player;
  return sides.options.map((option) => [
    player.head(3, option.named),
    h("p", {}, option.label),
    h("p.small", {}, `${option.mark} ${[option.stance_words, option.freedom_words].filter(Boolean).join("; ")}`),
    h(
      "dl.terms",
      {},
      bearers(data, sides).map(([bearer, words]) => {
        const { costs = [], gives = [], nobody_asked: unasked } = option.rows[bearer] || {};
        const said = [
          ...gives.map((each) => h("li", {}, h("span.side", {}, "Protects: "), `${each.words}. `, each.text)),
          ...costs.map((each) => h("li", {}, h("span.side", {}, "Costs: "), `${each.words}. `, each.text)),
          unasked && h("li.unasked", {}, "Nobody asked."),
        ].filter(Boolean);
        return said.length > 0 && h("div", {}, h("dt", {}, words), h("dd", {}, h("ul", {}, said)));
      }),
    ),
  ]);
}

function otherVoices(player, fork, sides, mine) {
  const { data } = player;
  const elsewhere = sides.options.filter((option) => option !== mine && option.diary);
  const said = [
    ...(fork.voices || []).map((each) => voice(data, each, `That moment, as ${whoIs(data, each.who, "brackets")} saw it`)),
    ...elsewhere.map((option) =>
      voice(data, option.diary, `${nameOf(data, option.diary.who)}, had it been: ${option.named}`),
    ),
  ];
  return said.length > 0 && fold("Other voices and diaries", said);
}

/** Only forks that were decided are looked back at: the others would give themselves away. */
function otherForks(player, fork, made) {
  const { data } = player;
  const met = made.map((step) => step.scene.id);
  return h(
    "ul.ways",
    {},
    forksOf(data)
      .filter((each) => each.id !== fork.id)
      .map((each) => {
        const back = met.includes(each.id);
        const act = back ? () => player.go({ at: "debrief", fork: each.id }) : () => player.begin(each.id);
        return h(
          "li",
          {},
          h("button.way", { type: "button", onclick: act }, each.heading, h("span.after", {}, back ? "Look back at it" : "Decide it, by itself")),
        );
      }),
  );
}
