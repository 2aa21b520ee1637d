// Short notices at the edge of the page: one that lasts while something lasts, others that go away.

import { h } from "./dom.js";

const STAY = 6000;

export class Notices {
  constructor(root) {
    this.root = root;
    this.last = h("p", { class: "notice", hidden: true });
    root.append(this.last);
  }

  show(text, kind = "") {
    if (!text) return;
    const element = h("p", { class: `notice ${kind}`.trim(), data: { testid: "notice" } }, text);
    this.root.append(element);
    setTimeout(() => element.remove(), STAY);
  }

  /** Say this until something else, or nothing, is said. */
  lasting(text) {
    this.last.textContent = text;
    this.last.hidden = !text;
  }
}
