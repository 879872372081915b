// Joins a page of ours to its kernel: one WebSocket, the widgets on the page, nothing else.
// A click never waits for it. When the connection is lost the page goes on, and says so.

const ANSWER_WITHIN_MS = 12000;
const RETRY_AFTER_MS = [1000, 2000, 4000, 8000, 15000];
const STILL_ALIVE_EVERY_MS = 20000;

const page = JSON.parse(document.getElementById("sharedground-kernel").textContent);
const status = document.getElementById("sharedground-status");
const session = randomId();
const models = new Map();
const ownComms = new Set();
let socket = null;
let tries = 0;
let started = false;
let leaving = false;

function randomId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function say(words, { alert = false, links = [] } = {}) {
  status.replaceChildren();
  if (!words) return;
  const line = document.createElement("p");
  line.className = "sg-banner";
  if (alert) line.setAttribute("role", "alert");
  line.append(words);
  for (const [text, href] of links) {
    const link = document.createElement("a");
    link.href = href;
    link.textContent = text;
    line.append(" ", link);
  }
  status.append(line);
}

function send(type, content, metadata = {}) {
  if (socket?.readyState !== WebSocket.OPEN) return false;
  const header = { msg_id: randomId(), username: "", session, msg_type: type, version: "5.3", date: new Date().toISOString() };
  socket.send(JSON.stringify({ header, parent_header: {}, metadata, content, channel: "shell", buffers: [] }));
  return true;
}

// What an anywidget module expects of its model: get, set, save_changes, on, off and send.
class Model {
  constructor(id, state) {
    this.id = id;
    this.state = state;
    this.changed = new Set();
    this.listeners = new Map();
    this.widget_manager = null;
  }
  get(name) {
    return this.state[name];
  }
  set(name, value) {
    this.state[name] = value;
    this.changed.add(name);
    this.tell(`change:${name}`, this, value);
  }
  save_changes() {
    const state = Object.fromEntries([...this.changed].map((name) => [name, this.state[name]]));
    if (send("comm_msg", { comm_id: this.id, data: { method: "update", state, buffer_paths: [] } })) this.changed.clear();
  }
  send(content) {
    return send("comm_msg", { comm_id: this.id, data: { method: "custom", content } });
  }
  on(event, listener) {
    if (!this.listeners.has(event)) this.listeners.set(event, new Set());
    this.listeners.get(event).add(listener);
  }
  off(event, listener) {
    if (!event) this.listeners.clear();
    else if (!listener) this.listeners.delete(event);
    else this.listeners.get(event)?.delete(listener);
  }
  tell(event, ...words) {
    for (const listener of [...(this.listeners.get(event) ?? [])]) listener(...words);
  }
  hear(data) {
    if (data.method === "update") {
      for (const [name, value] of Object.entries(data.state)) {
        if (this.changed.has(name)) continue;
        this.state[name] = value;
        this.tell(`change:${name}`, this, value);
      }
    } else if (data.method === "custom") {
      this.tell("msg:custom", data.content, []);
    }
  }
}

async function show(states) {
  for (const place of document.querySelectorAll(".sg-screen[data-model]")) {
    const found = states[place.dataset.model];
    if (!found || models.has(place.dataset.model)) continue;
    const model = new Model(place.dataset.model, found.state);
    models.set(model.id, model);
    if (found.state._css) {
      const style = document.createElement("style");
      style.textContent = found.state._css;
      document.head.append(style);
    }
    const address = URL.createObjectURL(new Blob([found.state._esm], { type: "text/javascript" }));
    try {
      const module = await import(address);
      const widget = typeof module.default === "function" ? await module.default() : module.default;
      await widget.initialize?.({ model });
      await widget.render({ model, el: place });
    } finally {
      URL.revokeObjectURL(address);
    }
  }
  say("");
}

function askForStates() {
  const comm_id = randomId();
  ownComms.add(comm_id);
  send("comm_open", { comm_id, target_name: "jupyter.widget.control", data: {} }, { version: "1.0.0" });
  send("comm_msg", { comm_id, data: { method: "request_states" } });
}

function hear(event) {
  if (typeof event.data !== "string") return;
  const message = JSON.parse(event.data);
  if (message.header?.msg_type !== "comm_msg") return;
  const { comm_id, data } = message.content;
  if (ownComms.has(comm_id) && data.method === "update_states" && !started) {
    started = true;
    show(data.states).catch((trouble) => {
      console.error(trouble);
      say("This page could not be shown. Reload it, or open the list of scenarios.", {
        alert: true,
        links: [["All scenarios", page.base]],
      });
    });
  } else {
    models.get(comm_id)?.hear(data);
  }
}

let lastToldOf = "back";

function connection(state) {
  if (state === lastToldOf) return;
  lastToldOf = state;
  window.dispatchEvent(new CustomEvent("sharedground:connection", { detail: state }));
}

/** Whether the kernel is still there: "yes", "no", or "unknown" when nobody answers. */
async function kernelIsThere() {
  try {
    const address = `${page.base}api/kernels/${page.kernel}`;
    const answer = await fetch(address, { cache: "no-store", signal: AbortSignal.timeout(5000) });
    return answer.status === 404 ? "no" : "yes";
  } catch {
    return "unknown";
  }
}

function theEnd() {
  leaving = true;
  socket.close();
  connection("ended");
  if (!started) say("This page has been open too long.", { alert: true, links: [["Open it again", location.href]] });
}

function connect() {
  const address = new URL(`${page.base}api/kernels/${page.kernel}/channels`, location.href);
  address.protocol = address.protocol.replace("http", "ws");
  address.search = `session_id=${session}`;
  socket = new WebSocket(address);
  socket.onmessage = hear;
  socket.onopen = () => {
    tries = 0;
    if (!started) askForStates();
    for (const model of models.values()) if (model.changed.size) model.save_changes();
    connection("back");
  };
  socket.onclose = async () => {
    if (leaving) return;
    if (started) connection("lost");
    const wait = RETRY_AFTER_MS[Math.min(tries, RETRY_AFTER_MS.length - 1)];
    tries += 1;
    if ((await kernelIsThere()) === "no") theEnd();
    else setTimeout(connect, wait);
  };
}

function withoutKernel() {
  if (location.pathname === `${page.base}evidence`) {
    return ["Open it as a simple page", `${page.base}all-the-evidence${location.search}${location.hash}`];
  }
  const slug = new URLSearchParams(location.search).get("scenario");
  const fine = slug && /^[a-z0-9-]+$/.test(slug);
  return fine ? ["Open it as a simple page", `${page.base}page/${slug}`] : ["Open the list of scenarios", page.base];
}

setTimeout(() => {
  if (!started) {
    say("This network may be blocking part of the page.", { alert: true, links: [withoutKernel()] });
  }
}, ANSWER_WITHIN_MS);

// A phone that sleeps, or a cable pulled out, closes sockets without a word: look from time to time.
async function stillThere() {
  if (!started || leaving || document.visibilityState !== "visible") return;
  const there = await kernelIsThere();
  if (there === "no") theEnd();
  if (there === "unknown") {
    connection("lost");
    socket.close();
  }
}
setInterval(stillThere, STILL_ALIVE_EVERY_MS);
document.addEventListener("visibilitychange", stillThere);

window.addEventListener("pagehide", () => {
  leaving = true;
  navigator.sendBeacon(`${page.base}voila/api/shutdown/${page.kernel}`);
});
window.addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

connect();
