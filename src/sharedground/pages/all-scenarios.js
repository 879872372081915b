// All scenarios in one file: shows the list, and unpacks a scenario when it is opened.
import { carried } from "./carried.js";
import { mount } from "./player.js";

const shelf = carried("sharedground-data");
const taken = {};
let drawings = null;

mount(document.getElementById("player"), null, {
  catalogue: shelf.catalogue,
  help: shelf.help,
  has: (slug) => shelf.catalogue.some((entry) => entry.slug === slug),
  ask(slug) {
    taken[slug] = taken[slug] || { ...carried(`scenario-${slug}`), help: shelf.help };
    return taken[slug];
  },
  figure(name) {
    drawings = drawings || carried("sharedground-figures");
    return drawings[name] ? Promise.resolve(drawings[name]) : Promise.reject(new Error("no such figure here"));
  },
});
