// A page that is a file by itself: unpacks what it carries, and plays it.
import { inflate } from "./inflate.js";
import { mount } from "./player.js";

const carried = document.getElementById("sharedground-data");
const packed = Uint8Array.from(atob(carried.textContent), (letter) => letter.charCodeAt(0));
const data = JSON.parse(new TextDecoder().decode(inflate(packed, Number(carried.dataset.size))));
carried.remove();
mount(document.getElementById("player"), data);
