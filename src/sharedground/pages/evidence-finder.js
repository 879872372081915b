// The form that narrows the list down, and what has been asked for, each with its way to be taken away.
import { h, uid, unseen } from "./dom.js";
import { picked } from "./evidence-filter.js";

const QUIET_MS = 350; // how long typing rests before the list follows it

/** The form; `follow` writes into its fields what is asked for now, `narrow` is the fold that holds most of them. */
export function finder(screen) {
  let typing = null;
  const words = h("input", { type: "search", id: uid("words"), maxlength: "200", autocomplete: "off", enterkeyhint: "search" });
  const lookFor = () => (clearTimeout(typing), screen.ask({ words: words.value }, "words"));
  words.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(lookFor, QUIET_MS);
  });
  const fields = new Map();
  const field = ({ key, label, choices }) => {
    const select = h(
      "select",
      { id: uid(key), onchange: () => screen.pick(key, select.value) },
      h("option", { value: "" }, "any"),
      choices.map((choice) => h("option", { value: choice.value }, choice.words)),
    );
    fields.set(key, select);
    return h("div.field", {}, h("label", { for: select.id }, label), select);
  };
  const many = h("span.small");
  const narrow = h(
    "details.fold.ev-narrow",
    {},
    h("summary", {}, h("span", {}, "Narrow it down"), many),
    h("div.ev-fields", {}, screen.data.filters.map(field)),
  );
  const form = h(
    "form.ev-finder",
    {
      role: "search",
      "aria-label": "Find a finding",
      onsubmit(event) {
        event.preventDefault();
        lookFor();
      },
    },
    screen.head(2, "Find a finding"),
    h("div.field", {}, h("label", { for: words.id }, "Words to look for"), words),
    narrow,
  );
  const follow = (asked) => {
    clearTimeout(typing);
    if (words.value.trim() !== asked.words.trim()) words.value = asked.words;
    for (const [key, select] of fields) select.value = asked.picks[key] || "";
    const number = picked(asked, screen.data).length;
    many.textContent = number ? `${number} set` : "";
  };
  return { form, follow, narrow };
}

/** What has been picked, each as a button that takes it away. */
export function picks(screen) {
  const { asked, data } = screen;
  const each = picked(asked, data).map(({ key, label, words }) =>
    h(
      "button.plain.ev-pick",
      { type: "button", onclick: () => (screen.pick(key, ""), screen.focusOnCount()) },
      unseen("Take away: "),
      `${label}: ${words}`,
      h("span", { "aria-hidden": "true" }, " ×"),
    ),
  );
  const number = each.length + Boolean(asked.words) + Boolean(asked.scenario);
  return [...each, number > 1 && screen.everything("Take everything away")];
}
