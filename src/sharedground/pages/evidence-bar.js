// The top of the page of all the evidence: the way home, who is awake now, and the way out.
import { focusOn, h, uid } from "./dom.js";
import { helpLines } from "./people.js";

export function bar(screen) {
  const panel = h("div.help", { id: uid("help"), hidden: true }, h("div.text", {}, helpLines(screen.data, screen.head(2, "Who is awake now"))));
  const help = (open) => {
    panel.hidden = !open;
    awake.setAttribute("aria-expanded", String(open));
  };
  const button = (words, act, more) => h("button.barbutton", { type: "button", onclick: act, ...more }, words);
  const awake = button("Who is awake now", () => help(panel.hidden), { "aria-expanded": "false", "aria-controls": panel.id });
  const stepOut = button("Step out", () => (help(false), leave(screen)));
  const name = screen.home ? h("a", { href: screen.home.href }, "Shared Ground") : "Shared Ground";
  return [h("header.bar", {}, h("p.name", {}, name), h("div.tools", {}, awake, stepOut)), panel];
}

/** A quiet page in place of the list; what was looked for is in neither the page nor its address. */
function leave(screen) {
  if (screen.sheet.hidden) return;
  screen.forget();
  const heading = screen.head(1, "Take all the time you need");
  const goOn = () => {
    quiet.remove();
    screen.sheet.hidden = false;
    screen.show();
    focusOn(screen.sheet.querySelector(".sg-title"));
  };
  const quiet = h(
    "div.sheet",
    {},
    h(
      "div.text",
      {},
      heading,
      h("p.lead", {}, "You have stepped out. Nothing you looked for is kept here."),
      helpLines(screen.data, screen.head(2, "Who is awake now")),
      h("p.after", {}, "Close this page whenever you like."),
      h("div.row", {}, h("button.plain", { type: "button", onclick: goOn }, "Go on reading")),
    ),
  );
  screen.sheet.hidden = true;
  screen.sheet.after(quiet);
  if (screen.ownPage) {
    document.title = "Shared Ground";
    window.scrollTo(0, 0);
  }
  focusOn(heading);
}
