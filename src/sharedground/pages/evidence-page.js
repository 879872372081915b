// A page without a kernel: fetches the findings, and figures when somebody wants them.
import { mount } from "./all-evidence.js";

const place = document.getElementById("evidence");
const from = place.dataset;

async function fetched(address, as) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer[as]();
}

fetched(from.findings, "json").then(
  (data) =>
    mount(place, data, {
      figures: () => fetched(from.figures, "json"),
      figure: (name) => fetched(`${from.drawings}${name}.svg`, "text"),
    }),
  () => {
    place.firstElementChild.textContent = "The findings could not be fetched. Please reload the page.";
  },
);
