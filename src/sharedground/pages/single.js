// A page that is a file by itself: unpacks what it carries, and plays it.
import { carried } from "./carried.js";
import { mount } from "./player.js";

mount(document.getElementById("player"), carried("sharedground-data"));
