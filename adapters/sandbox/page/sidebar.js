// The left side: who one is, and where one can go.

import { avatar, bdi, button, h, icon } from "./dom.js";
import { channelIcon } from "./conversation.js";

const GROUPS = [["members", "member"], ["moderators", "moderator"], ["specialists", "specialist"], ["managers", "manager"]];
const SECTIONS = [
  ["channels", ["public"]],
  ["staff", ["staff", "managers", "thread"]],
  ["specialists", ["specialists"]],
  ["private", ["private"]],
  ["dms", ["dm"]],
];
const SHORT = 8;

export class Sidebar {
  /** `become(person)` changes who one is, `go(channel)` where one is. */
  constructor(model, root, { become, go }) {
    this.model = model;
    this.root = root;
    this.become = become;
    this.go = go;
    this.unfolded = new Set();
    model.on("welcome", () => this.draw());
    for (const event of ["channel", "unread", "opened", "people"]) model.on(event, () => this.#drawChannels());
  }

  draw() {
    const { model } = this;
    const select = h("select", { id: "persona", "aria-label": model.say("persona"), data: { testid: "persona" } },
      GROUPS.map(([word, role]) => h("optgroup", { label: model.say(word) },
        [...model.people.values()].filter((person) => person.role === role)
          .map((person) => h("option", { value: person.id, selected: person.id === model.me }, person.name)))));
    select.value = model.me;
    select.addEventListener("change", () => this.become(select.value));
    const person = model.person();
    this.list = h("div", { class: "channels" });
    this.root.setAttribute("aria-label", model.say("menu"));
    this.root.replaceChildren(
      h("div", { class: "persona" }, avatar(person),
        h("div", { class: "chosen" }, h("span", { class: "name", "aria-hidden": "true" }, bdi(person.name), icon("chevron")),
          h("span", { class: "role", "aria-hidden": "true" }, `${model.role(person)} · ${languageName(person)}`), select)),
      this.list,
      h("a", { class: "another", href: `?as=${this.#other()}`, target: "_blank", rel: "noopener" }, icon("window"), model.say("window")));
    this.#drawChannels();
  }

  /** For the other window: somebody of the other side. */
  #other() {
    return this.model.person().role === "member" ? "mihai" : "ana";
  }

  #drawChannels() {
    if (!this.list) return;
    const held = document.activeElement?.dataset?.channel;
    this.list.replaceChildren(...SECTIONS.map(([word, kinds]) => this.#section(word, kinds)).filter(Boolean));
    if (held) this.list.querySelector(`[data-channel="${CSS.escape(held)}"]`)?.focus();
    const unread = [...this.model.channels.values()].reduce((sum, channel) => sum + channel.unread, 0);
    const here = this.model.channels.get(this.model.current);
    const title = [here && this.model.title(here), this.model.say("title")].filter(Boolean).join(" · ");
    document.title = unread ? `(${unread}) ${title}` : title;
  }

  #section(word, kinds) {
    const found = [...this.model.channels.values()].filter((channel) => kinds.includes(channel.kind));
    if (!found.length) return null;
    const id = `section-${word}`;
    const fixed = found.filter((channel) => !["thread", "private"].includes(channel.kind));
    const threads = found.filter((channel) => ["thread", "private"].includes(channel.kind)).reverse();
    const shown = this.unfolded.has(word) ? threads
      : threads.filter((channel, at) => at < SHORT || channel.unread || channel.id === this.model.current);
    const all = shown.length < threads.length
      ? h("li", {}, button(this.model.say("all", { n: threads.length }), { kind: "quiet small", on: { click: () => {
          this.unfolded.add(word);
          this.#drawChannels();
        } } })) : null;
    const under = (channel) => shown.filter((thread) => thread.parent === channel.id);
    const alone = shown.filter((thread) => !fixed.some((channel) => channel.id === thread.parent));
    const ordered = [...fixed.flatMap((channel) => [channel, ...under(channel)]), ...alone];
    return h("section", { "aria-labelledby": id }, h("h2", { id }, this.model.say(word)),
      h("ul", {}, ordered.map((channel) => this.#item(channel)), all));
  }

  #item(channel) {
    const { model } = this;
    const current = channel.id === model.current;
    const count = channel.unread ? [h("span", { class: "count", "aria-hidden": "true" }, String(channel.unread)),
      h("span", { class: "visually-hidden" }, model.say("unread", { n: channel.unread }))] : [];
    const link = h("a", {
      href: `#${channel.id}`,
      class: channel.unread ? "unread" : "",
      "aria-current": current ? "page" : null,
      data: { channel: channel.id, kind: channel.kind },
    }, channelIcon(channel), bdi(channel.name, { class: "label" }), count);
    return h("li", {}, link);
  }
}

function languageName(person) {
  return new Intl.DisplayNames([person.language], { type: "language" }).of(person.language);
}
