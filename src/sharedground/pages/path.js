// The way through a scenario, from its plain data: where moves lead, how far it is, in which order options stand.

export const ON = "on";

/** The steps that those moves make, and the scene they lead to; a move that is not possible ends the walk. */
export function walk(data, begin, moves) {
  const steps = [];
  let scene = data.scenes[begin || data.start];
  for (const move of moves) {
    const choice = (scene.choices || []).find((each) => each.id === move) || null;
    const next = choice ? choice.leads_to : move === ON && scene.kind === "passage" && scene.leads_to;
    if (!next || !data.scenes[next]) break;
    steps.push({ scene, choice });
    scene = data.scenes[next];
  }
  return { steps, scene };
}

/** The decisions among those steps, first to last. */
export const decisions = (steps) => steps.filter((step) => step.choice);

export const forksOf = (data) => Object.values(data.scenes).filter((scene) => scene.kind === "fork");

/** "3", "2 or 3", "2 to 4". */
export function range(least, most) {
  if (least === most) return String(least);
  return most - least === 1 ? `${least} or ${most}` : `${least} to ${most}`;
}

/** How far along one is, said and not drawn. */
export function progress(scene, made) {
  const [least, most] = scene.decisions_left || [0, 0];
  if (scene.kind === "fork") return `Decision ${made + 1} of ${range(made + least, made + most)}`;
  if (scene.kind === "ending") return "How it went, this time";
  if (!most) return "What followed";
  return `What followed. ${range(least, most)} ${most === 1 ? "decision" : "decisions"} to come`;
}

function numbersFrom(seed) {
  let state = 2166136261;
  for (const letter of seed) state = Math.imul(state ^ letter.charCodeAt(0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** In an order of chance that is the same whenever the seed is. */
export function shuffled(items, seed) {
  const order = [...items];
  const next = numbersFrom(seed);
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}
