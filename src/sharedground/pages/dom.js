// Makes elements, and speaks to people who listen rather than look. Knows no scenario.

let made = 0;

/** An id nobody else on the page has, also when two players stand in one notebook. */
export const uid = (stem) => `sg-${stem}-${++made}`;

const isThere = (child) => child !== null && child !== undefined && child !== false && child !== "";

/**
 * One element: `h("p.small", { id }, "text")`. Classes get the house's prefix, texts go in as text,
 * `onclick` and its kin are listened to. `html` is for scenario text that was made safe when it was compiled.
 */
export function h(name, props, ...children) {
  const [tag, ...classes] = name.split(".");
  const el = document.createElement(tag);
  if (classes.length) el.className = classes.map((each) => `sg-${each}`).join(" ");
  for (const [key, value] of Object.entries(props || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "html") el.innerHTML = value;
    else if (key.startsWith("on")) el.addEventListener(key.slice(2), value);
    else el.setAttribute(key, value === true ? "" : value);
  }
  el.append(...children.flat(Infinity).filter(isThere));
  return el;
}

/** Words for screen readers only. */
export const unseen = (...words) => h("span.unseen", {}, ...words);

export const list = (items, name = "ul") => h(name, {}, items.map((item) => h("li", {}, item)));

/** A fold: closed until somebody wants it. */
export const fold = (summary, ...inside) => h("details.fold", {}, h("summary", {}, summary), h("div.inside", {}, ...inside));

/** "a", "a and b", "a, b and c". */
export function inWords(items, last = "and") {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${last} ${items[items.length - 1]}`;
}

const MONTHS =
  "January February March April May June July August September October November December".split(" ");

/** "2026-11" as "November 2026". */
export function monthInWords(month) {
  const [year, number] = String(month || "").split("-");
  return MONTHS[number - 1] ? `${MONTHS[number - 1]} ${year}` : String(month || "");
}

/** Moves focus to something that is not a control, so that a screen reader reads on from there. */
export function focusOn(el) {
  if (!el) return;
  el.setAttribute("tabindex", "-1");
  el.focus({ preventScroll: true });
}

/** A polite voice: says a thing once, also when it says the same thing again. */
export function speaker() {
  const region = h("p.unseen", { role: "status" });
  return {
    region,
    say(words) {
      region.textContent = "";
      setTimeout(() => (region.textContent = words), 60);
    },
  };
}

/** A wide table can be scrolled by keyboard where, and only where, it is wider than its place. */
export function scrolledByKeyboard(root) {
  root.querySelectorAll(".sg-scroll").forEach((place) => {
    const caption = place.querySelector("caption");
    const wide = place.scrollWidth > place.clientWidth + 1;
    for (const [name, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", caption ? caption.textContent : "Table"]]) {
      if (wide) place.setAttribute(name, value);
      else place.removeAttribute(name);
    }
  });
}

const CONNECTION = {
  lost: "The connection is lost. You can go on: nothing is lost.",
  ended: "This page was still for so long that its connection was let go. You can go on: nothing is lost. Figures you have not opened yet need a reload.",
  back: "The connection is back.",
  unrecorded: "Your progress is not being recorded here. You can go on: everything else works.",
};

/** The one line under the bar that says the connection is lost, ended or back. */
export function connectionBanner(onBack) {
  const banner = h("p.banner", { role: "status" });
  const hear = ({ detail }) => {
    banner.textContent = CONNECTION[detail];
    banner.dataset.connection = detail;
    if (detail !== "back") return;
    onBack();
    setTimeout(() => banner.dataset.connection === "back" && (banner.textContent = ""), 6000);
  };
  window.addEventListener("sharedground:connection", hear);
  return { banner, leave: () => window.removeEventListener("sharedground:connection", hear) };
}
