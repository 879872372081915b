// What this browser remembers, and for how long: the tab's memory only, unless the person asks for more.

const PREFIX = "sharedground:";
const PLAY = `${PREFIX}play`;
const PLACE = `${PREFIX}place:`;
const MET = `${PREFIX}met`;
export const IDLE_MS = 60 * 60 * 1000;

function storage(kind) {
  try {
    const found = window[kind];
    found.setItem(`${PREFIX}probe`, "1");
    found.removeItem(`${PREFIX}probe`);
    return found;
  } catch {
    return null; // forbidden here: the page's own memory has to do
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

let cameFresh = null;

/** Did somebody open this page anew? Then the last person's play is none of theirs. */
function isFresh() {
  if (cameFresh === null) {
    const [entry] = performance.getEntriesByType ? performance.getEntriesByType("navigation") : [];
    cameFresh = !entry || !["reload", "back_forward"].includes(entry.type);
  }
  return cameFresh;
}

/**
 * `ownPage`: the whole page is ours, so that a reload means the same person going on.
 * `fresh`: whether a page opened anew clears the play of this tab; the list of scenarios does not.
 */
export function keeper(ownPage, { fresh = true } = {}) {
  const tab = ownPage ? storage("sessionStorage") : null;
  const computer = ownPage ? storage("localStorage") : null;
  if (fresh && tab && isFresh()) tab.removeItem(PLAY);
  cameFresh = false;

  const read = (where, key) => (where ? parsed(where.getItem(key)) : null);
  const write = (where, key, value) => {
    try {
      if (where) where.setItem(key, JSON.stringify(value));
    } catch {
      // full or forbidden by now: play goes on from memory
    }
  };

  return {
    canKeep: Boolean(computer),
    restore() {
      const play = read(tab, PLAY);
      return play && Date.now() - play.touched < IDLE_MS ? play : null;
    },
    save(play) {
      write(tab, PLAY, play);
      if (play.keep) write(computer, PLACE + play.slug, play);
    },
    /** Which decisions were met in this tab, as "slug fork"; what was chosen there is not in it. */
    met: () => read(tab, MET) || [],
    meet(slug, fork) {
      const all = new Set(read(tab, MET) || []);
      write(tab, MET, [...all.add(`${slug} ${fork}`)]);
    },
    place: (slug) => read(computer, PLACE + slug),
    forgetPlace: (slug) => computer && computer.removeItem(PLACE + slug),
    forgetTab: () => tab && tab.removeItem(PLAY),
    /** Everything of ours; a person who finished may still be shown other decisions than those they met. */
    wipe({ butWhatWasMet = false } = {}) {
      for (const where of [tab, computer]) {
        if (!where) continue;
        const ours = Object.keys(where).filter((key) => key.startsWith(PREFIX) && !(butWhatWasMet && key === MET));
        ours.forEach((key) => where.removeItem(key));
      }
    },
  };
}
