// The weather corner: what can go wrong on a platform, switched on and off.

import { bdi, h, icon } from "./dom.js";

export class Weather {
  /** `set(name, on, subject)` asks the server for other weather. */
  constructor(model, root, set) {
    this.model = model;
    this.set = set;
    this.root = root;
    model.on("welcome", () => this.#draw());
    for (const event of ["weather", "people", "channel"]) model.on(event, () => this.#fill());
  }

  #draw() {
    const { model } = this;
    this.toggle = h("button", { type: "button", class: "button quiet weather-toggle", popovertarget: "weather", data: { testid: "weather" } },
      icon("weather"), h("span", { class: "wide" }, model.say("weather")), h("span", { class: "dot", "aria-hidden": "true" }));
    this.toggle.setAttribute("aria-label", model.say("weather"));
    this.list = h("div", { class: "switches" });
    const panel = h("div", { id: "weather", class: "weather", popover: "auto", role: "dialog", "aria-label": model.say("weather") },
      h("h2", {}, model.say("weather")), h("p", {}, model.say("weather.about")), this.list);
    this.root.replaceChildren(this.toggle, panel);
    this.#fill();
  }

  #fill() {
    if (!this.list) return;
    const { model } = this;
    const { down, slow } = model.weather;
    const members = [...model.people.values()].filter((person) => person.role === "member");
    const channels = [...model.channels.values()].filter((channel) => channel.kind === "public");
    const held = document.activeElement?.id;
    this.list.replaceChildren(
      this.#switch("down", "", down, model.say("weather.down")),
      this.#switch("slow", "", slow, model.say("weather.slow")),
      h("h3", {}, model.say("weather.dms")),
      ...members.map((person) => this.#switch("dms", person.id, person.dms_open, bdi(person.name))),
      h("h3", {}, model.say("weather.threads")),
      ...channels.map((channel) => this.#switch("private_threads", channel.id, channel.private_threads, bdi(model.title(channel)))));
    if (held) this.list.querySelector(`#${CSS.escape(held)}`)?.focus();
    const calm = !down && !slow && members.every((person) => person.dms_open) && channels.every((channel) => channel.private_threads);
    this.toggle.classList.toggle("rough", !calm);
  }

  #switch(name, subject, on, label) {
    const id = `weather-${name}-${subject}`;
    const input = h("input", { type: "checkbox", role: "switch", id, data: { weather: name, subject } });
    input.checked = on;
    input.addEventListener("change", () => this.set(name, input.checked, subject));
    return h("label", { class: "switch", for: id }, h("span", {}, label), input);
  }
}
