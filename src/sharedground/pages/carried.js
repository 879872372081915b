// What a page that is a file by itself carries, packed, so that its source gives nothing away.
import { inflate } from "./inflate.js";

/** Unpacks the part of that id, and takes it out of the page. */
export function carried(id) {
  const part = document.getElementById(id);
  const packed = Uint8Array.from(atob(part.textContent), (letter) => letter.charCodeAt(0));
  part.remove();
  return JSON.parse(new TextDecoder().decode(inflate(packed, Number(part.dataset.size))));
}
