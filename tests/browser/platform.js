// A learning platform for tests: SCORM 1.2 by the book, and as peculiar as the NHS Learning Hub is by its own source.
// It hands state back only where the last status was incomplete and the exit suspend, cuts one character off the
// front of the hours, keeps student_response to 255 characters, and never sets a status by itself.

const WRITE_ONLY = ["cmi.core.exit", "cmi.core.session_time"];
const READ_ONLY = { "cmi.core.student_id": "canary-id", "cmi.core.student_name": "Canary, Learner", "cmi.core.lesson_mode": "normal", "cmi.core.credit": "credit" };
const ALLOWED = {
  "cmi.core.lesson_status": (value) => ["passed", "completed", "failed", "incomplete", "browsed"].includes(value),
  "cmi.core.exit": (value) => ["time-out", "suspend", "logout", ""].includes(value),
  "cmi.core.lesson_location": (value) => value.length <= 255,
  "cmi.suspend_data": (value) => value.length <= 4096,
  "cmi.core.session_time": (value) => secondsOf(value) !== null,
};

function secondsOf(time) {
  const [hours, minutes, seconds] = time.split(":");
  const read = hours.slice(1); // the Hub's own slip
  if (time.includes("-") || !/^\d+$/.test(read) || Number(read) > 9999 || !/^\d\d$/.test(minutes) || !/^\d\d$/.test(seconds)) return null;
  return Number(read) * 3600 + Number(minutes) * 60 + Number(seconds);
}

class Hub {
  constructor(record) {
    this.record = record; // what lasts beyond a visit
    this.asked = [];
    this.told = [];
    this.state = "before";
  }

  LMSInitialize() {
    if (this.state !== "before") return "false";
    this.state = "open";
    const goesOn = this.record["cmi.core.lesson_status"] === "incomplete" && this.record["cmi.core.exit"] === "suspend";
    this.now = goesOn ? { ...this.record } : { "cmi.core.lesson_status": "not attempted" };
    return "true";
  }

  LMSGetValue(element) {
    this.asked.push(element);
    if (this.state !== "open" || WRITE_ONLY.includes(element)) return "";
    return READ_ONLY[element] ?? this.now[element] ?? "";
  }

  LMSSetValue(element, value) {
    this.told.push([element, value]);
    if (this.state !== "open" || typeof value !== "string" || !ALLOWED[element] || !ALLOWED[element](value)) return "false";
    this.now[element] = value;
    return "true";
  }

  LMSCommit() {
    if (this.state !== "open") return "false";
    Object.assign(this.record, this.now, { seconds: secondsOf(this.now["cmi.core.session_time"] || "0000:00:00") });
    window.keepRecord(this.record);
    return "true";
  }

  LMSFinish() {
    const kept = this.LMSCommit();
    this.state = "after";
    window.hasFinished = true;
    return kept;
  }

  LMSGetLastError() {
    return "0";
  }
}

const refusing = { LMSInitialize: () => "false", LMSGetValue: () => "", LMSSetValue: () => "false", LMSCommit: () => "false", LMSFinish: () => "false" };
const thrown = () => {
  throw new Error("the platform broke");
};
const throwing = { LMSInitialize: thrown, LMSGetValue: thrown, LMSSetValue: thrown, LMSCommit: thrown, LMSFinish: thrown };
const hollow = { LMSInitialize: () => "true", LMSGetValue: () => "", LMSSetValue: () => "true", LMSCommit: () => "true", LMSFinish: () => "true" };

/** Stores nothing the first two times, as a platform does whose line is slow to come up. */
class Late extends Hub {
  LMSCommit() {
    this.commits = (this.commits || 0) + 1;
    return this.commits > 2 ? super.LMSCommit() : "false";
  }
}

/** Keeps a unit that is done as done, and hands all of it back, as many platforms do. */
class Keeping extends Hub {
  LMSInitialize() {
    this.state = "open";
    this.now = { "cmi.core.lesson_status": "not attempted", ...this.record };
    return "true";
  }
}

window.platforms = {
  hub: (record) => new Hub(record),
  late: (record) => new Late(record),
  keeping: (record) => new Keeping(record),
  refusing: () => refusing,
  throwing: () => throwing,
  hollow: () => hollow,
  missing: () => undefined,
};
