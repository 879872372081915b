// Taking what is shown elsewhere: as a link, as a file for a spreadsheet or pandas, on paper.
import { fold, h } from "./dom.js";
import { asCsv, columnsAsCsv } from "./evidence-csv.js";
import { countInWords, decisionOf, picked } from "./evidence-filter.js";

export function takeAway(screen) {
  const rows = rowsShown(screen.shown);
  const csv = () => save("shared-ground-evidence.csv", asCsv(screen.data.columns, rows));
  const columns = () => save("shared-ground-evidence-columns.csv", columnsAsCsv(screen.data.columns, about(screen)));
  const button = (words, act) => h("button.plain", { type: "button", onclick: act }, words);
  return fold(
    "Send this view, or take it away",
    h(
      "div.row",
      {},
      screen.ownPage && button("Copy the link", () => copyAddress(screen)),
      rows.length > 0 && button(`Download ${rows.length === 1 ? "this finding" : `these ${rows.length} findings`} (CSV)`, csv),
      button("Download what its columns mean (CSV)", columns),
      screen.ownPage && button("Print", () => window.print()),
    ),
    h(
      "p.small",
      {},
      `Compiled ${screen.data.compiled}. Our words and the arrangement: CC BY 4.0. Facts and figures belong to nobody; cite the source beside any figure you use.`,
    ),
  );
}

/** Every finding on the page in its order, each with why it is there. */
function rowsShown({ groups }) {
  const all = ({ asked, brought }) => [
    ...asked.map((finding) => ({ ...finding, shown: "asked for" })),
    ...brought.map((finding) => ({ ...finding, shown: "must be read with what was asked for" })),
  ];
  return groups.flatMap(all);
}

/** What the file of findings holds, for whoever opens it in a year. */
function about({ asked, data, shown }) {
  const decision = decisionOf(asked, data);
  const said = [
    ...picked(asked, data).map(({ label, words }) => `${label}: ${words}`),
    decision && `Decision: ${decision.heading} (${decision.title})`,
    asked.words && `Words: ${asked.words}`,
  ].filter(Boolean);
  return [
    countInWords(shown),
    said.length > 0 && `Asked for: ${said.join("; ")}.`,
    `Table compiled ${data.compiled}; Shared Ground ${data.version}. The arrangement and our words: CC BY 4.0.`,
  ]
    .filter(Boolean)
    .join(" ");
}

async function copyAddress(screen) {
  try {
    await navigator.clipboard.writeText(window.location.href);
    screen.say("Copied.");
  } catch {
    screen.say("The link stands in the address bar.");
  }
}

function save(name, words) {
  const url = URL.createObjectURL(new Blob([words], { type: "text/csv;charset=utf-8" }));
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}
