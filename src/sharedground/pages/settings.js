// How pages are read on this device: size of text, a plain view, dark. Says nothing of what anyone decided.
import { fold, h, uid } from "./dom.js";

const KEY = "sharedground-reading"; // not among the keys that stepping out wipes: large text is no secret
const SIZES = [
  ["", "As it is"],
  ["larger", "Larger"],
  ["largest", "Largest"],
];

function remembered() {
  try {
    const found = JSON.parse(window.localStorage.getItem(KEY));
    return { size: SIZES.some(([size]) => size === found.size) ? found.size : "", plain: found.plain === true, dark: found.dark === true };
  } catch {
    return { size: "", plain: false, dark: false };
  }
}

function apply({ size, plain, dark }) {
  const { dataset } = document.documentElement;
  const set = (name, value) => (value ? (dataset[name] = value) : delete dataset[name]);
  set("sgSize", size);
  set("sgPlain", plain && "on");
  set("sgDark", dark && "on");
}

/** As it was set here before; nothing where nothing was. */
export function readAsBefore() {
  apply(remembered());
}

/** The fold with the settings; a change shows at once and stays on this device. */
export function readingSettings() {
  const settings = remembered();
  const change = (name, value) => {
    settings[name] = value;
    apply(settings);
    try {
      window.localStorage.setItem(KEY, JSON.stringify(settings));
    } catch {
      // forbidden here: it holds for this page
    }
  };
  const group = uid("size");
  const pick = (type, name, checked, words, onchange) => {
    const id = uid("reading");
    const input = h("input", { type, id, name, onchange });
    input.checked = checked;
    return h("div.pick", {}, input, h("label", { for: id }, words));
  };
  return h(
    "div.reading",
    {},
    fold(
      "How this page is read",
      h(
        "fieldset",
        {},
        h("legend", {}, "Size of the text"),
        h("div.picks", {}, SIZES.map(([size, words]) => pick("radio", group, settings.size === size, words, () => change("size", size)))),
      ),
      h(
        "div.picks",
        {},
        pick("checkbox", null, settings.plain, "Plain letters, more room", (event) => change("plain", event.target.checked)),
        pick("checkbox", null, settings.dark, "Dark", (event) => change("dark", event.target.checked)),
      ),
      h("p.small", {}, "Kept on this device only. Nothing on these pages moves by itself."),
    ),
  );
}
