// The middle of the page: one channel's header and messages, kept up to date.

import { bdi, button, h, icon, sentence } from "./dom.js";
import { renderMessage } from "./message.js";
import { renderBody } from "./parts.js";

const NEAR = 80;
const ICONS = { public: "hash", staff: "staff", specialists: "desk", managers: "lock", private: "lock", thread: "thread", dm: "dm" };

export const channelIcon = (channel) => icon(ICONS[channel.kind]);

export class Conversation {
  /** `tools`: go, press, openMenu(message, anchor), focusField, propose(text). */
  constructor(model, root, tools) {
    this.model = model;
    this.tools = tools;
    this.messages = [];
    this.more = false;
    this.head = h("div", { class: "head" });
    this.log = h("div", { class: "log", id: "log", role: "log", tabindex: "0", data: { testid: "log" } });
    this.jumper = button("", { kind: "primary small jumper", name: "down", hidden: true, on: { click: () => this.toEnd(true) } });
    root.append(this.head, this.log, this.jumper);
    this.log.addEventListener("scroll", () => this.atEnd() && this.#seen());
    document.addEventListener("visibilitychange", () => this.#seen());
    model.on("message", ({ message, fresh }) => this.#take(message, fresh));
    model.on("whisper", (whisper) => whisper.channel === this.channel?.id && this.#overhear(whisper));
    model.on("channel", (channel) => channel.id === this.channel?.id && this.#drawHead());
  }

  get channel() {
    return this.model.channels.get(this.model.current);
  }

  /** Show a channel, and a message in it if one is named. */
  async open(id, message = null) {
    const { model } = this;
    model.current = id;
    this.messages = [];
    this.more = false;
    this.#drawHead();
    this.log.replaceChildren();
    this.log.setAttribute("aria-label", model.say("log", { channel: model.title(this.channel) }));
    this.log.setAttribute("aria-busy", "true");
    const history = await model.line.ask("look", { channel: id }).catch(() => null);
    if (!history || model.current !== id) return;
    this.messages = history.messages;
    this.more = history.more;
    this.#redraw();
    this.toEnd(false);
    this.log.setAttribute("aria-busy", "false");
    this.#seen();
    if (message) this.jump(message);
  }

  toEnd(smooth) {
    this.log.scrollTo({ top: this.log.scrollHeight, behavior: smooth ? "smooth" : "instant" });
    this.jumper.hidden = true;
  }

  atEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR;
  }

  /** The last message of one's own that can still be changed. */
  lastOwn() {
    return this.messages.findLast((message) => message.author === this.model.me && !message.deleted);
  }

  jump(id) {
    const element = this.#element(id);
    if (!element) return;
    element.scrollIntoView({ block: "center", behavior: "smooth" });
    element.classList.add("found");
    setTimeout(() => element.classList.remove("found"), 1600);
  }

  whole(message) {
    if (message.text.length >= message.length) return message.text;
    return this.model.line.ask("full", { message: message.id }).then((line) => line.text, () => message.text);
  }

  #take(message, fresh) {
    if (message.channel !== this.channel?.id) return;
    const at = this.messages.findIndex((known) => known.id === message.id);
    const stay = this.atEnd() || message.author === this.model.me;
    if (at >= 0) this.messages[at] = message;
    else if (fresh) this.messages.push(message);
    else return;
    if (at >= 0 || this.messages.length === 1) this.#redraw(message.id);
    else this.#append(this.messages.length - 1);
    if (fresh && stay) this.toEnd(false);
    else if (fresh) this.#offerNewer();
    if (stay) this.#seen();
  }

  /** Private answers come last, whatever is said after them. */
  #overhear(whisper) {
    this.log.querySelector(".empty")?.remove();
    this.log.append(this.#whisper(whisper));
    this.toEnd(false);
  }

  #append(at) {
    const day = this.#dayMark(at);
    const whispers = this.log.querySelector(".whisper");
    const element = this.#message(at);
    element.classList.add("fresh");
    if (whispers) whispers.before(...[day, element].filter(Boolean));
    else this.log.append(...[day, element].filter(Boolean));
  }

  /** Draw everything anew, or only the message that changed, and keep the place and the focus. */
  #redraw(changed = null) {
    const at = this.messages.findIndex((message) => message.id === changed);
    const old = changed && this.#element(changed);
    const { scrollTop } = this.log;
    const stay = this.atEnd();
    if (old) this.#replace(old, this.#message(at));
    else this.log.replaceChildren(...this.#everything());
    if (stay) this.toEnd(false);
    else this.log.scrollTop = scrollTop;
  }

  #replace(old, fresh) {
    const held = old.contains(document.activeElement) ? document.activeElement.dataset : null;
    old.replaceWith(fresh);
    if (!held) return;
    const again = held.button && fresh.querySelector(`[data-button="${CSS.escape(held.button)}"]`);
    (again || fresh.querySelector(".actions"))?.focus();
  }

  #everything() {
    const { model } = this;
    const whispers = (model.whispers.get(model.key(this.channel.id)) ?? []).map((whisper) => this.#whisper(whisper));
    if (!this.messages.length && !whispers.length) return [this.#empty()];
    const earlier = this.more ? [button(model.say("earlier"), { kind: "small earlier", on: { click: () => this.#earlier() } })] : [];
    const drawn = this.messages.flatMap((_, at) => [this.#dayMark(at), this.#message(at)].filter(Boolean));
    return [...earlier, ...drawn, ...whispers];
  }

  #message(at) {
    const { go, press, openMenu } = this.tools;
    return renderMessage(this.model, this.messages[at], this.messages[at - 1], {
      go,
      openMenu,
      press: (id, element) => press(this.messages[at].channel, id, this.messages[at].id, element),
      whole: (message) => this.whole(message),
      jump: (id) => this.jump(id),
    });
  }

  #dayMark(at) {
    const { day } = this.messages[at];
    if (at > 0 && this.messages[at - 1].day === day) return null;
    return h("div", { class: "day", role: "separator", "aria-label": day }, h("span", {}, day));
  }

  #whisper(whisper) {
    const { model } = this;
    const { go, press } = this.tools;
    const hide = button(model.say("hide"), { kind: "quiet small", data: { testid: "hide" } });
    const element = h("article", { class: "whisper", data: { whisper: whisper.id, testid: "whisper" } },
      h("header", {}, icon("lock"), h("span", {}, sentence(model.words.whisper, { name: model.person().name })), hide),
      renderBody(model, whisper.body, { go, press: (id, pressed) => press(whisper.channel, id, null, pressed) }));
    hide.addEventListener("click", () => {
      const kept = model.whispers.get(model.key(whisper.channel)).filter((other) => other.id !== whisper.id);
      model.whispers.set(model.key(whisper.channel), kept);
      element.remove();
      if (!this.log.children.length) this.log.append(this.#empty());
      this.tools.focusField();
    });
    return element;
  }

  #empty() {
    const { model } = this;
    const examples = model.person().role === "member" && this.channel.kind === "public" ? model.examples : [];
    return h("div", { class: "empty" }, channelIcon(this.channel), h("h2", {}, model.say("empty")),
      h("p", {}, model.say(`empty.${this.channel.kind}`)),
      examples.length ? h("ul", { class: "tries", "aria-label": model.say("examples") }, examples.map((example) =>
        h("li", {}, h("button", { type: "button", class: "try", on: { click: () => this.tools.propose(example) } }, bdi(example))))) : null);
  }

  #drawHead() {
    const { model, channel } = this;
    const name = model.person(channel.member).name;
    const parent = model.channels.get(channel.parent);
    const crumb = parent ? [h("a", { class: "crumb", href: `#${parent.id}`, data: { link: parent.id } }, model.title(parent)), " › "] : [];
    this.head.replaceChildren(channelIcon(channel), h("div", {},
      h("h1", {}, crumb, bdi(model.title(channel))),
      h("p", {}, sentence(model.words[`about.${channel.kind}`], { name }))));
  }

  async #earlier() {
    const { model } = this;
    const id = model.current;
    const history = await model.line.ask("look", { channel: id, before: Number(this.messages[0].id) }).catch(() => null);
    if (!history || model.current !== id) return;
    const { scrollHeight } = this.log;
    this.messages = [...history.messages, ...this.messages];
    this.more = history.more;
    this.log.replaceChildren(...this.#everything());
    this.log.scrollTop = this.log.scrollHeight - scrollHeight;
    this.log.focus({ preventScroll: true });
  }

  #offerNewer() {
    this.jumper.lastChild.textContent = this.model.say("newer");
    this.jumper.hidden = false;
  }

  /** What is on the screen counts as read. */
  #seen() {
    const last = this.messages.at(-1);
    if (!last || document.hidden || !this.atEnd()) return;
    this.jumper.hidden = true;
    const { channel } = this;
    if (channel.seen === last.id) return;
    Object.assign(channel, { seen: last.id, unread: 0 });
    this.model.line.tell("read", { channel: channel.id, message: Number(last.id) });
    this.model.emit("unread");
  }

  #element(id) {
    return this.log.querySelector(`[data-message="${CSS.escape(id)}"]`);
  }
}
