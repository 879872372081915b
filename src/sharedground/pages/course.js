// The page of a SCORM package: plays as the file does, and tells the learning platform how far one is.
import { carried } from "./carried.js";
import { mount } from "./player.js";
import { LearningRecord } from "./scorm.js";

const course = carried("sharedground-data");
const tell = (detail) => window.dispatchEvent(new CustomEvent("sharedground:connection", { detail }));
const record = new LearningRecord(course, { tell });

mount(document.getElementById("player"), course, {
  note: "Your learning platform is told your place, as letters for what you chose, your time here and whether you finished; it keeps them under your name. It is not told what you write. Step out, or Finish, takes the letters out again.",
  restore: () => record.place(),
  report: (begin, moves) => record.report(begin, moves),
  finished: () => record.finished(),
});
record.begin();
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && record.store());
window.addEventListener("pagehide", () => record.leave());
window.addEventListener("pageshow", (event) => event.persisted && window.location.reload());
