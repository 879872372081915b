// One scene: who you are in it, what presses, what happens, who sees it otherwise, and the question.
import { fold, h, list, uid, unseen } from "./dom.js";
import { decisions, progress, shuffled, walk } from "./path.js";
import { nameOf, voice, whoIs } from "./people.js";

/** Options as real radios in large rows. */
const rows = (name, options, chosen) =>
  options.map((option) => {
    const id = uid("option");
    const radio = h("input", { type: "radio", name, id, value: option.id });
    radio.checked = option.id === chosen;
    return h(
      "div.option",
      {},
      radio,
      h("label", { for: id }, option.label, option.after && h("span.after", {}, option.after)),
      option.reasoning_html &&
        h(
          "details.why",
          {},
          h("summary", {}, "Why a good colleague might", unseen(`: ${option.label}`)),
          h("div.inside.story", { html: option.reasoning_html }),
        ),
    );
  });

const picked = (form, name) => (form.querySelector(`input[name="${name}"]:checked`) || { value: null }).value;

/** One question, with a summary at the top of what is missing where an answer is a must. */
function question({ player, legend, hint, options, chosen, button, extra, onpick, onchoose, must }) {
  const name = uid("choice");
  const errorId = uid("error");
  const hintId = hint && uid("hint");
  const fault = h("p.fault", { id: errorId, hidden: true });
  const set = h(
    "fieldset",
    { "aria-describedby": hintId },
    h("legend", {}, legend),
    hint && h("p.small", { id: hintId }, hint),
    fault,
    h("div.options", { onchange: () => onpick && onpick(picked(form, name)) }, rows(name, options, chosen)),
  );
  const summary = h("div.problem", { role: "alert", hidden: true });
  const form = h(
    "form.text.question",
    {
      novalidate: true,
      onsubmit(event) {
        event.preventDefault();
        const answer = picked(form, name);
        if (answer || !must) onchoose(answer);
        else complain();
      },
    },
    summary,
    set,
    extra,
    h("button.go", { type: "submit" }, button),
  );

  function complain() {
    const first = form.querySelector(`input[name="${name}"]`);
    const toFirst = (event) => {
      event.preventDefault();
      first.focus();
    };
    const title = player.head(2, "There is a problem");
    summary.replaceChildren(title, h("a", { href: `#${first.id}`, onclick: toFirst }, must));
    summary.hidden = false;
    fault.textContent = must;
    fault.hidden = false;
    set.setAttribute("aria-describedby", [hintId, errorId].filter(Boolean).join(" "));
    form.querySelectorAll(`input[name="${name}"]`).forEach((radio) => radio.setAttribute("aria-invalid", "true"));
    player.failed();
    summary.setAttribute("tabindex", "-1");
    summary.focus();
  }
  return form;
}

function facts(data, scene) {
  const rows = [
    scene.you_are && ["You are", whoIs(data, scene.you_are)],
    scene.who_decides && ["Who decides", scene.who_decides],
    (scene.pressures || []).length > 0 && ["Pressing on you", list(scene.pressures)],
  ].filter(Boolean);
  return rows.length > 0 && h("dl.cast", {}, rows.map(([term, words]) => h("div", {}, h("dt", {}, term), h("dd", {}, words))));
}

/** The person's own view stands open; everybody else's is one tap away. */
function voices(data, scene) {
  return (scene.voices || [])
    .filter(({ who }) => who !== scene.you_are)
    .map((each) =>
      each.who === data.person
        ? voice(data, each, `The same moment, as ${nameOf(data, each.who)} sees it`)
        : fold(`As ${whoIs(data, each.who, "brackets")} sees it`, voice(data, each)),
    );
}

function whatElse(player, scene) {
  return (
    (scene.could_also || []).length > 0 &&
    h("section.else", {}, player.head(2, "From the same choice, it could have gone otherwise"), list(scene.could_also))
  );
}

export function scene(player) {
  const { data, state, screen } = player;
  const { steps, scene: here } = walk(data, state.begin, state.moves.slice(0, screen.n));
  const before = steps[steps.length - 1];
  const fork = here.kind === "fork";
  const alone = fork && here.id === state.begin;
  const where = alone ? "One decision" : progress(here, decisions(steps).length);
  return {
    title: `${where}: ${here.heading}`,
    parts: [
      h("div.text", {}, h("p.eyebrow", {}, where), player.head(1, here.heading)),
      before && before.choice && h("p.text.chosen", {}, h("span.before", {}, "You chose"), before.choice.label),
      facts(data, here),
      h("div.text.story", { html: here.html }),
      h("div.text", {}, voices(data, here), (here.diary || []).map((each) => voice(data, each, `${nameOf(data, each.who)}, in a diary`))),
      fork ? decide(player, here) : h("div.text", {}, whatElse(player, here), h("div.row", {}, onward(player, here))),
    ],
  };
}

function onward(player, here) {
  return here.kind === "ending"
    ? h("button.go", { type: "button", onclick: () => player.lookBack() }, "Look back at what you decided")
    : h("button.go", { type: "button", onclick: () => player.on() }, "Go on");
}

function decide(player, here) {
  const { state, screen } = player;
  const earlier = state.moves[screen.n];
  const options = shuffled(here.choices, `${state.seed} ${here.id}`).map((choice) => ({
    ...choice,
    after: screen.again && choice.id === earlier && "You chose this before.",
  }));
  return question({
    player,
    legend: here.question,
    options,
    chosen: screen.again ? null : earlier,
    must: "Choose what you would do",
    button: "This is what I would do",
    onchoose: (id) => player.choose(here, id),
  });
}

/** After the vote, one more: would it be the same if you knew you would be backed? */
export function backed(player) {
  const { data, state, screen } = player;
  const { steps } = walk(data, state.begin, state.moves.slice(0, screen.n));
  const { scene: fork, choice } = steps[steps.length - 1];
  const answer = state.answers[fork.id] || {};
  const whyId = uid("why");
  const why = h("input", { type: "text", id: whyId, maxlength: "300", autocomplete: "off" });
  why.value = answer.why || "";
  const others = shuffled(fork.choices, `${state.seed} ${fork.id}`).filter((each) => each !== choice);
  const instead = others.some((each) => each.id === answer.backed) ? answer.backed : null;
  const otherName = uid("instead");
  const which = h(
    "fieldset",
    { hidden: !answer.backed || answer.backed === "same" },
    h("legend", {}, "What would you rather do?"),
    h("div.options", {}, rows(otherName, others.map(({ id, label }) => ({ id, label })), instead)),
  );
  return {
    title: "If you were backed",
    parts: [
      h("div.text", {}, h("p.eyebrow", {}, "One thing more"), player.head(1, "And if you knew you would be backed?")),
      h("p.text.chosen", {}, h("span.before", {}, "You chose"), choice.label),
      question({
        player,
        legend: "If it went badly and your manager and team stood by you, would you do the same?",
        hint: "You can leave this empty and go on.",
        options: [
          { id: "same", label: "Yes, the same" },
          { id: "other", label: "No, something else" },
        ],
        chosen: instead ? "other" : answer.backed,
        onpick: (id) => (which.hidden = id !== "other"),
        extra: [
          which,
          h(
            "div.field",
            {},
            h("label", { for: whyId }, "Why? One line, if you like"),
            h("p.small", {}, "It stays on this page. No real names, please."),
            why,
          ),
        ],
        button: "Go on",
        onchoose(id) {
          const rather = id === "other" ? picked(which, otherName) : null;
          player.answer(fork, { backed: rather || id, why: why.value.trim() });
        },
      }),
    ],
  };
}
