// The people of a scenario and the people who are really there: who somebody is, who wrote it, who can help now.
import { fold, h, inWords, list, monthInWords } from "./dom.js";

export const nameOf = (data, id) => (data.people[id] || {}).name || id;
export const thePerson = (data) => data.people[data.person] || { name: "the person" };

/** "Dee, nurse", or "Dee (nurse)" where the sentence goes on. */
export function whoIs(data, id, brackets) {
  const { name, job } = data.people[id] || { name: id };
  if (!job) return name;
  return brackets ? `${name} (${job})` : `${name}, ${job}`;
}

const isRead = ({ about }) => !(about.not_reviewed_by || []).some((who) => who.includes("lived experience"));

/** Who wrote a voice or a diary line, and whether anyone with lived experience has read it. */
export function provenance(data) {
  const read = isRead(data) ? "read by someone with lived experience" : "not yet read by anyone with lived experience";
  return `Story by ${data.about.drafted_by}, ${read}.`;
}

export const shortProvenance = (data) =>
  isRead(data) ? "Story, read with lived experience." : "Story: no lived-experience reader yet.";

/** What someone in the story says or writes, with where the words come from. */
export function voice(data, { who, html, text }, lead) {
  return h(
    "figure.voice",
    {},
    h("figcaption", {}, lead || nameOf(data, who)),
    html ? h("blockquote", { html }) : h("blockquote", {}, h("p", {}, text)),
    h("p.small", {}, provenance(data)),
  );
}

/** One line that can be called, as the words of a list. */
export function line({ label, detail, phone, source, checked }) {
  const dial = phone && phone.replace(/[^\d+]/g, "");
  return [
    h("strong", {}, label),
    phone && [" ", dial ? h("a.phone", { href: `tel:${dial}` }, phone) : phone],
    detail && h("span.detail", {}, detail),
    checked && h("span.small", {}, `${source ? `From ${source}; ` : ""}checked ${monthInWords(checked)}`),
  ];
}

/** Who is awake now: the employer's people first, then national lines. */
export function helpLines(data, heading) {
  const { awake_now: awake = [], national = [], note } = (data && data.help) || {};
  const known = awake.length + national.length > 0;
  return [
    heading,
    awake.length > 0 && h("div.lines", {}, h("h3", {}, "Here"), list(awake.map(line))),
    national.length > 0 && h("div.lines", {}, h("h3", {}, "National lines"), list(national.map(line))),
    !known && h("p", {}, "No lines are set here. Speak to the person in charge of the shift, or somebody you trust."),
    note && h("p.small", {}, note),
  ];
}

/** What the scenario is made of, who has looked at it, and what it is not for. */
export function origin(data) {
  const { about, version } = data;
  const missing = about.not_reviewed_by || [];
  const credits = (about.reviewed_by || []).map((review) =>
    [review.credit || "Someone", `(${review.who}, ${monthInWords(review.date)})`].join(" "),
  );
  const basis = about.basis.charAt(0).toUpperCase() + about.basis.slice(1);
  return [
    h(
      "p",
      {},
      `${basis}: nobody in it is real. Written by ${about.drafted_by}. `,
      credits.length > 0 && `Reviewed by ${inWords(credits)}. `,
      missing.length > 0 && `Not yet reviewed by ${inWords(missing, "or")}.`,
    ),
    h("p", {}, "For training, with people who are made up. Never for the care of a real person."),
    (about.maps_to || []).length > 0 &&
      fold("What it relates to", list(about.maps_to.map((each) => each.title || each.key))),
    h("p.small", {}, `Licence ${about.licence}${version ? `, version ${version}` : ""}.`),
  ];
}
