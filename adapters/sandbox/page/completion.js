// Commands as they are typed: a list over the field, chosen by arrow keys, Enter or Tab.

import { h } from "./dom.js";

const PAUSE = 60;

export class Completion {
  constructor(model, field, root) {
    this.model = model;
    this.field = field;
    this.options = [];
    this.active = -1;
    this.asked = 0;
    this.list = h("ul", { class: "completion", id: "completion", role: "listbox", hidden: true });
    this.count = h("p", { class: "visually-hidden", role: "status" });
    root.prepend(this.list, this.count);
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", "completion");
    field.setAttribute("aria-haspopup", "listbox");
    field.addEventListener("blur", () => setTimeout(() => this.close(), 150));
  }

  /** What the field holds has changed. */
  update(possible) {
    clearTimeout(this.timer);
    if (!possible || !this.field.value.startsWith("/") || this.field.value.includes("\n")) return this.close();
    this.timer = setTimeout(() => this.#ask(), PAUSE);
    return undefined;
  }

  close() {
    clearTimeout(this.timer);
    this.asked += 1;
    this.options = [];
    this.active = -1;
    this.list.hidden = true;
    this.count.textContent = "";
    this.field.removeAttribute("aria-activedescendant");
  }

  /** Whether the key was meant for the list. */
  key(event) {
    if (this.list.hidden) return false;
    const last = this.options.length - 1;
    if (event.key === "ArrowDown") this.#choose(this.active >= last ? 0 : this.active + 1);
    else if (event.key === "ArrowUp") this.#choose(this.active <= 0 ? last : this.active - 1);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Tab" && !event.shiftKey) this.#take(Math.max(this.active, 0));
    else if (event.key === "Enter" && !event.shiftKey && this.active >= 0) this.#take(this.active);
    else return false;
    event.preventDefault();
    return true;
  }

  async #ask() {
    const asked = ++this.asked;
    const line = this.field.value.slice(1);
    const { line: server } = this.model;
    const found = await Promise.all([server.ask("complete", { line }), server.ask("commands")]).catch(() => null);
    if (!found || asked !== this.asked) return;
    const [{ completions }, { commands }] = found;
    const usages = new Map(commands.map((command) => [command.name, command]));
    this.options = completions.map(({ value, label }) => ({
      value, label: usages.get(value)?.help ?? label, shown: usages.get(value)?.usage ?? value,
    })).filter(({ value }) => value !== line);
    // A name that is still being typed has its first completion ready for Enter; arguments are sent as typed.
    this.#draw(usages.has(line.trim()) || !completions.some(({ value }) => usages.has(value)) ? -1 : 0);
  }

  #draw(active) {
    if (!this.options.length) return this.close();
    this.list.setAttribute("aria-label", this.model.say("commands"));
    this.list.replaceChildren(...this.options.map((option, at) => h("li", {
      role: "option", id: `option-${at}`, "aria-selected": "false", data: { value: option.value },
      on: { mousedown: (event) => { event.preventDefault(); this.#take(at); } },
    }, h("code", {}, `/${option.shown}`), h("span", {}, option.label))));
    this.list.hidden = false;
    this.count.textContent = this.model.say("suggestions", { n: this.options.length });
    this.#choose(active);
    return undefined;
  }

  #choose(at) {
    this.active = at;
    [...this.list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === at)));
    if (at < 0) return this.field.removeAttribute("aria-activedescendant");
    this.field.setAttribute("aria-activedescendant", `option-${at}`);
    this.list.children[at].scrollIntoView({ block: "nearest" });
    return undefined;
  }

  #take(at) {
    const { value } = this.options[at];
    this.close();
    this.field.value = `/${value} `;
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
