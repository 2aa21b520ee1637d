// Where one writes: a field that grows, replies and edits, drafts that are kept, commands with completion.

import { bdi, button, h, icon, iconButton, sentence } from "./dom.js";
import { Completion } from "./completion.js";
import { Enclosures } from "./enclosures.js";
import { openMenu } from "./menu.js";

export class Composer {
  /** `tools`: interact(type, values, element), refuse(error), lastOwn(). */
  constructor(model, root, tools) {
    this.model = model;
    this.tools = tools;
    this.mode = { kind: "new", message: null };
    this.banner = h("div", { class: "banner", hidden: true });
    this.field = h("textarea", { id: "field", rows: "1", dir: "auto", autocomplete: "off", data: { testid: "composer" } });
    this.sender = h("button", { type: "submit", class: "button primary square", data: { testid: "send" } }, icon("send"));
    this.examples = button("", { kind: "quiet small examples", "aria-haspopup": "menu" });
    this.hint = h("p", { class: "hint", id: "hint" });
    this.enclosures = new Enclosures(model);
    const { input, opener, list } = this.enclosures;
    this.form = h("form", { class: "composer" }, this.banner, list, h("div", { class: "row" }, opener, this.field, this.sender, input),
      h("div", { class: "below" }, this.hint, this.examples));
    root.append(this.form);
    this.completion = new Completion(model, this.field, this.form);
    this.field.setAttribute("aria-describedby", "hint");
    this.field.addEventListener("keydown", (event) => this.#key(event));
    this.field.addEventListener("paste", (event) => this.#paste(event));
    this.field.addEventListener("input", () => this.#typed());
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.#send(); });
    this.examples.addEventListener("click", () => this.#offerExamples());
  }

  /** A channel was opened: its draft comes back. */
  open(channel) {
    const { model } = this;
    this.#turn("new");
    this.enclosures.put([]);
    this.enclosures.label();
    const label = model.say("compose", { channel: model.title(channel) });
    this.field.placeholder = label;
    this.field.setAttribute("aria-label", label);
    this.hint.textContent = model.say("hint");
    this.examples.textContent = model.say("examples");
    this.examples.hidden = model.person().role !== "member" || channel.kind !== "public";
    this.put(model.drafts.get(model.key(channel.id)) ?? "");
    this.completion.close();
  }

  focus() {
    if (matchMedia("(hover: hover)").matches) this.field.focus({ preventScroll: true });
  }

  put(text) {
    this.field.value = text;
    this.#typed(false);
  }

  /** Words to begin with; they are sent only by hand. */
  propose(text) {
    this.put(text);
    this.field.focus();
  }

  reply(message) {
    this.#turn("reply", message);
    this.field.focus();
  }

  edit(message, text) {
    this.#turn("edit", message);
    this.put(text);
    this.field.focus();
  }

  #turn(kind, message = null) {
    const { model } = this;
    const leaving = this.mode.kind === "edit" && kind !== "edit";
    this.mode = { kind, message };
    if (leaving) this.put("");
    this.banner.hidden = kind === "new";
    this.sender.title = model.say(kind === "edit" ? "save" : "core.send");
    this.sender.setAttribute("aria-label", this.sender.title);
    if (kind === "new") return;
    const words = kind === "edit" ? [model.say("editing")]
      : sentence(model.words.replying, { name: model.person(message.author).name });
    const stop = iconButton("close", model.say("cancel"), { kind: "quiet square small", on: { click: () => this.#stop() } });
    this.banner.replaceChildren(icon("reply"), h("span", {}, words), stop);
  }

  #stop() {
    this.#turn("new");
    this.field.focus();
  }

  #typed(complete = true) {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, window.innerHeight * 0.4)}px`;
    if (this.mode.kind !== "edit" && this.model.current) {
      this.model.drafts.set(this.model.key(this.model.current), this.field.value);
    }
    if (complete) this.completion.update(this.mode.kind === "new");
  }

  #key(event) {
    if (event.isComposing || this.completion.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#send();
    } else if (event.key === "Escape" && this.mode.kind !== "new") {
      this.#stop();
    } else if (event.key === "ArrowUp" && !this.field.value) {
      const own = this.tools.lastOwn();
      if (own) {
        event.preventDefault();
        this.tools.edit(own);
      }
    }
  }

  async #send() {
    const text = this.field.value;
    const { kind, message } = this.mode;
    const channel = this.model.current;
    const { files } = this.enclosures;
    if (!text.trim() && !(files.length && kind !== "edit")) return;
    this.completion.close();
    if (kind === "new" && text.startsWith("/")) {
      this.put("");
      await this.tools.interact("command", { channel, line: text.slice(1) }, this.sender, () => this.#restore(channel, text));
      return;
    }
    this.#turn("new");
    this.put("");
    const sent = kind === "edit" ? this.model.line.ask("edit", { message: message.id, text }) : this.#post(channel, text, message);
    await sent.catch((error) => { this.#restore(channel, text, files); this.tools.refuse(error); });
  }

  async #post(channel, text, answered) {
    const files = await this.enclosures.read();
    this.enclosures.put([]);
    return this.model.line.ask("post", { channel, text, reply_to: answered?.id ?? null, files });
  }

  /** A picture in the clipboard is a file; words are pasted as ever. */
  #paste(event) {
    const { files } = event.clipboardData;
    if (!files.length) return;
    event.preventDefault();
    this.enclosures.add(files);
  }

  /** What could not be sent comes back, unless something new was begun. */
  #restore(channel, text, files = []) {
    if (this.model.current === channel && !this.enclosures.files.length) this.enclosures.put(files);
    if (this.model.current === channel && !this.field.value) this.put(text);
    else if (this.model.current !== channel) this.model.drafts.set(this.model.key(channel), text);
  }

  #offerExamples() {
    openMenu(this.examples, this.model.examples.map((example) => ({
      label: h("span", { class: "example" }, bdi(example)),
      act: () => this.propose(example),
    })));
  }
}
