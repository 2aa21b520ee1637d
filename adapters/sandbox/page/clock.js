// The community's clock, and the leaps that move it on.

import { button, h, icon } from "./dom.js";

const HOUR = 3600;
const DAY = 24 * HOUR;
const LEAPS = [["leap.seconds", 8], ["leap.hour", HOUR], ["leap.day", DAY], ["leap.days", 3 * DAY]];
const UNITS = [["unit.minutes", 60], ["unit.hours", HOUR], ["unit.days", DAY]];

export class Clock {
  /** `move(seconds, element)` moves the clock on. */
  constructor(model, root, move) {
    this.model = model;
    this.move = move;
    this.root = root;
    model.on("welcome", () => this.#draw());
    model.on("clock", () => this.#tick());
    setInterval(() => this.#tick(), 1000);
    document.addEventListener("pointerdown", (event) => !root.contains(event.target) && this.#open(false));
    root.addEventListener("keydown", (event) => event.key === "Escape" && this.#open(false));
  }

  #draw() {
    const { model } = this;
    const person = model.person();
    const options = { timeZone: person.zone, hourCycle: "h23" };
    const language = person.language === "en" ? "en-GB" : person.language; // as in every message: the day first
    this.day = new Intl.DateTimeFormat(language, { ...options, weekday: "short", day: "numeric", month: "short" });
    this.hour = new Intl.DateTimeFormat(language, { ...options, hour: "2-digit", minute: "2-digit", second: "2-digit" });
    this.time = h("time", { class: "now", data: { testid: "now" } });
    const leaps = LEAPS.map(([word, seconds]) => {
      const element = button(model.say(word), { kind: "small", data: { leap: seconds } });
      element.addEventListener("click", () => this.move(seconds, element));
      return element;
    });
    this.panel = h("div", { class: "leaps", id: "leaps" }, leaps, this.#free());
    this.toggle = h("button", { type: "button", class: "button quiet now-toggle", "aria-expanded": "false", "aria-controls": "leaps",
      data: { testid: "clock" } }, icon("clock"), h("span", { class: "visually-hidden" }, model.say("clock")), this.time, icon("chevron"));
    this.toggle.addEventListener("click", () => this.#open(!this.panel.classList.contains("open")));
    this.root.setAttribute("aria-label", model.say("clock"));
    this.root.replaceChildren(this.toggle, this.panel);
    this.#tick();
  }

  /** Where there is no room in the bar the leaps hang under the clock. */
  #open(open) {
    if (!this.panel || open === this.panel.classList.contains("open")) return;
    if (!open && this.panel.contains(document.activeElement)) this.toggle.focus();
    this.panel.classList.toggle("open", open);
    this.toggle.setAttribute("aria-expanded", String(open));
  }

  #free() {
    const { model } = this;
    const amount = h("input", { class: "input", type: "number", min: "1", max: "10000", value: "2", required: true, "aria-label": model.say("amount"), data: { testid: "amount" } });
    const unit = h("select", { class: "input", "aria-label": model.say("unit"), data: { testid: "unit" } }, UNITS.map(([word, seconds]) => h("option", { value: seconds }, model.say(word))));
    unit.value = String(HOUR);
    const go = h("button", { type: "submit", class: "button small", data: { testid: "forward" } }, model.say("forward"));
    const form = h("form", { class: "free" }, amount, unit, go);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.move(Number(amount.value) * Number(unit.value), go);
    });
    return form;
  }

  #tick() {
    if (!this.time) return;
    const now = new Date(Date.now() + this.model.ahead);
    this.time.dateTime = now.toISOString();
    this.time.replaceChildren(h("span", { class: "date" }, `${this.day.format(now)} `), h("span", { class: "hour" }, this.hour.format(now)));
  }
}
