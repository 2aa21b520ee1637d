// The right side: what happens inside the bot.

import { bdi, h, iconButton } from "./dom.js";

const SECTIONS = ["assessments", "outbox", "timers", "cases"];

export class InsidePanel {
  constructor(model, root, close) {
    this.model = model;
    this.root = root;
    this.close = close;
    this.shut = new Set();
    model.on("welcome", () => this.#draw());
    model.on("inside", (inside) => { this.inside = inside; this.since = Date.now(); this.#fill(); });
    setInterval(() => this.#age(), 1000);
  }

  #draw() {
    const { model } = this;
    this.inside = { assessments: [], outbox: [], timers: [], cases: [] };
    this.root.setAttribute("aria-label", model.say("inside"));
    this.bodies = new Map(SECTIONS.map((name) => [name, h("div", { class: `rows ${name}` })]));
    this.counts = new Map(SECTIONS.map((name) => [name, h("span", { class: "chip" })]));
    this.root.replaceChildren(
      h("header", { class: "inside-head" }, h("div", {}, h("h2", {}, model.say("inside")), h("p", {}, model.say("inside.about"))),
        iconButton("close", model.say("close"), { on: { click: this.close } })),
      ...SECTIONS.map((name) => this.#section(name)));
    this.#fill();
  }

  #section(name) {
    const section = h("details", { open: !this.shut.has(name), data: { inside: name } },
      h("summary", {}, h("span", {}, this.model.say(`inside.${name}`)), this.counts.get(name)), this.bodies.get(name));
    section.addEventListener("toggle", () => (section.open ? this.shut.delete(name) : this.shut.add(name)));
    return section;
  }

  #fill() {
    for (const name of SECTIONS) {
      const rows = this.inside[name];
      this.counts.get(name).textContent = String(rows.length);
      const shown = rows.map((row) => ROWS[name](this.model, row));
      this.bodies.get(name).replaceChildren(...(shown.length ? shown : [h("p", { class: "none" }, this.model.say("inside.none"))]));
    }
    this.#age();
  }

  /** Ages go on while nothing changes. */
  #age() {
    const passed = (Date.now() - (this.since ?? Date.now())) / 1000;
    for (const element of this.root.querySelectorAll("[data-age]")) element.textContent = age(Number(element.dataset.age) + passed);
  }
}

const ROWS = {
  assessments: (model, row) => h("article", { class: "assessed", data: { assessed: row.message } },
    h("header", {}, row.author ? bdi(model.person(row.author).name, { class: "name" }) : null,
      row.channel ? h("span", { class: "place" }, model.title(model.channels.get(row.channel) ?? { kind: "", name: row.channel })) : null,
      h("time", { datetime: row.at }, row.time)),
    h("p", { class: row.text === null ? "excerpt none" : "excerpt", dir: "auto" }, row.text ?? model.say("inside.hidden")),
    row.decision ? h("p", { class: "decision" }, row.decision) : null,
    h("dl", { class: "scores" }, row.scores.map((score) => bar(model, score))),
    h("p", { class: "facts" }, facts(model, [["severity", row.severity], ["topic", row.topic], ["language", row.language]])),
    row.reasons.length ? h("details", { class: "why" }, h("summary", {}, `${model.say("inside.reasons")}: ${row.reasons.length}`),
      h("ul", {}, row.reasons.map((reason) => h("li", { dir: "auto" }, reason)))) : null),
  outbox: (model, row) => h("div", { class: "row", data: { state: row.state } },
    h("code", {}, `${row.effect} ${row.place}`), h("span", { class: `chip state ${row.state}` }, row.state),
    h("span", { class: "small" }, facts(model, [["attempts", row.attempts]]), " · ", h("span", { data: { age: row.age } }))),
  timers: (model, row) => h("div", { class: "row" }, h("code", {}, `${row.name} ${row.subject}`),
    h("span", { class: "small" }, facts(model, [["due", row.due]]))),
  cases: (model, row) => h("div", { class: "row" }, h("span", {}, h("strong", {}, `#${row.number}`), " ", bdi(row.owner)),
    h("span", { class: "chip" }, row.status),
    h("span", { class: "small" }, [row.next_step, row.due && `${model.say("inside.due")}: ${row.due}`].filter(Boolean).join(" · "))),
};

function bar(model, { label, probability }) {
  const percent = Math.round(probability * 100);
  const fill = h("span", { class: "fill" });
  fill.style.setProperty("--part", probability);
  return h("div", { class: probability >= 0.5 ? "score high" : "score" }, h("dt", {}, label),
    h("dd", {}, h("span", { class: "bar", "aria-hidden": "true" }, fill), h("span", { class: "percent" },
      (percent / 100).toLocaleString(model.person().language, { style: "percent" }))));
}

function facts(model, pairs) {
  return pairs.filter(([, value]) => value !== "").map(([name, value]) => `${model.say(`inside.${name}`)}: ${value}`).join(" · ");
}

function age(seconds) {
  if (seconds < 60) return `${Math.floor(seconds)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  return `${Math.floor(seconds / 3600)} h`;
}
