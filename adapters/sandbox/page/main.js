// Puts the page together.

import { Clock } from "./clock.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { button, h, icon, iconButton } from "./dom.js";
import { Drawers } from "./drawers.js";
import { FormDialog } from "./form.js";
import { InsidePanel } from "./inside.js";
import { Line } from "./line.js";
import { messageMenu } from "./messagemenu.js";
import { Model } from "./model.js";
import { Notices } from "./notices.js";
import { Sidebar } from "./sidebar.js";
import { Weather } from "./weather.js";

const at = (id) => document.getElementById(id);

class Page {
  constructor() {
    this.line = new Line((line) => this.hear(line), (open) => this.turn(open));
    this.model = new Model(this.line);
    this.notices = new Notices(at("notices"));
    const { model } = this;
    const go = (channel, message) => this.go(channel, message);
    const press = (channel, id, message, element) => this.interact("press", { channel, button: id, message }, element);
    this.conversation = new Conversation(model, at("talk"), {
      go, press, openMenu: (message, anchor) => this.menu(message, anchor), focusField: () => this.composer.focus(),
      propose: (text) => this.composer.propose(text),
    });
    this.composer = new Composer(model, at("talk"), {
      interact: (...asked) => this.interact(...asked),
      refuse: (error) => this.refuse(error),
      lastOwn: () => this.conversation.lastOwn(),
      edit: (message) => this.edit(message),
    });
    this.sidebar = new Sidebar(model, at("side"), { become: (person) => this.become(person), go });
    this.form = new FormDialog(model, at("form"), (channel, form, values, element) =>
      this.interact("submit", { channel, form, values }, element));
    this.drawers = new Drawers(
      { side: at("side"), inside: at("inside"), talk: at("talk"), top: at("top"), backdrop: at("backdrop") },
      (open) => this.line.tell("inside", { open }));
    this.inside = new InsidePanel(model, at("inside"), () => this.drawers.toggleInside(false));
    this.top();
    at("skip").addEventListener("click", (event) => { event.preventDefault(); this.composer.field.focus(); });
    window.addEventListener("hashchange", () => this.show());
    window.addEventListener("popstate", () => this.asked() !== model.me && this.line.open(this.asked()));
    this.line.open(this.asked());
  }

  /** The bar over everything; its parts draw themselves when the words are known. */
  top() {
    const clock = h("div", { class: "clock", role: "group" });
    const corner = h("div", { class: "corner" });
    this.clock = new Clock(this.model, clock, (seconds, element) => this.advance(seconds, element));
    this.weather = new Weather(this.model, corner, (name, on, subject) =>
      this.line.ask("weather", { name, on, subject }).catch((error) => this.refuse(error)));
    this.model.on("welcome", () => {
      const { model } = this;
      const side = iconButton("menu", model.say("menu"), { kind: "quiet square narrow", "aria-controls": "side", data: { testid: "menu-toggle" } });
      const inside = button(h("span", { class: "wide" }, model.say("inside.short")), {
        kind: "quiet", name: "inside", "aria-label": model.say("inside"), "aria-controls": "inside", data: { testid: "inside-toggle" } });
      const brand = h("div", { class: "brand" }, h("img", { src: "/static/icon.svg", alt: "", width: "26", height: "26" }),
        h("strong", {}, "Ombud"), h("span", { class: "chip" }, model.say("brand")));
      at("top").replaceChildren(side, brand, clock, h("div", { class: "spring" }), corner, inside);
      this.drawers.bind(side, inside);
    });
  }

  asked() {
    return new URLSearchParams(location.search).get("as") ?? (this.model.me || "ana");
  }

  become(person) {
    history.pushState(null, "", `?as=${person}${location.hash}`);
    this.line.open(person);
  }

  turn(open) {
    document.body.classList.toggle("cut", !open);
    this.notices.lasting(open ? "" : this.model.words.lost ?? "");
  }

  hear(line) {
    const { model } = this;
    const kinds = {
      welcome: () => this.welcome(line),
      message: () => this.message(line),
      channel: () => { model.setChannel(line.channel); model.emit("channel", line.channel); },
      people: () => { model.setPeople(line.people); model.emit("people"); },
      clock: () => { model.setClock(line.now); model.emit("clock"); },
      weather: () => { model.weather = line.weather; model.emit("weather"); },
      inside: () => model.emit("inside", line.inside),
      private: () => this.whisper(line),
      form: () => this.form.open(line.channel, line.form),
      refused: () => this.refuse(line),
    };
    kinds[line.type]?.();
  }

  welcome(line) {
    const again = this.model.me === line.me;
    this.model.welcome(line);
    this.model.emit("welcome");
    this.line.ask("menus").then(({ menus }) => { this.model.menus = menus; }, () => {});
    this.show(again);
  }

  /** Show the channel the address names. */
  show(again = false) {
    const { model } = this;
    const wanted = decodeURIComponent(location.hash.slice(1));
    const channel = model.home(wanted);
    if (channel !== wanted) history.replaceState(null, "", `${location.search}#${channel}`);
    this.conversation.open(channel, this.wanted);
    this.wanted = null;
    this.drawers.close();
    if (!again) this.composer.open(model.channels.get(channel));
    model.emit("opened");
    if (document.activeElement === document.body) this.composer.focus();
  }

  go(channel, message = null) {
    if (channel === this.model.current) return message && this.conversation.jump(message);
    this.wanted = message;
    location.hash = channel;
    return undefined;
  }

  message({ message, fresh }) {
    const { model } = this;
    const channel = model.channels.get(message.channel);
    if (fresh && channel && message.author !== model.me) channel.unread += 1;
    model.emit("message", { message, fresh });
    if (fresh) model.emit("unread");
  }

  whisper(line) {
    const { model } = this;
    const key = model.key(line.channel);
    model.whispers.set(key, [...(model.whispers.get(key) ?? []), line]);
    model.emit("whisper", line);
  }

  /** Something that waits for the bot's answer; `failed` is called when none came. Resolves to whether one did. */
  async interact(type, values, element, failed = null) {
    if (type !== "command" && element.getAttribute("aria-busy")) return false; // a second click on the same thing
    element.setAttribute("aria-busy", "true");
    const working = setTimeout(() => this.notices.lasting(this.model.say("working")), 1200);
    try {
      const line = await this.line.ask(type, values);
      if (line.state !== "failed") return true;
      this.notices.show(this.model.say("silent"), "error");
    } catch (error) {
      this.refuse(error);
    } finally {
      clearTimeout(working);
      this.notices.lasting("");
      element.removeAttribute("aria-busy");
    }
    failed?.();
    return false;
  }

  async advance(seconds, element) {
    element.setAttribute("aria-busy", "true");
    await this.line.ask("advance", { seconds }).catch((error) => this.refuse(error));
    element.removeAttribute("aria-busy");
  }

  async edit(message) {
    const text = await this.conversation.whole(message);
    this.composer.edit(message, text);
  }

  menu(message, anchor) {
    messageMenu(this.model, message, anchor, {
      reply: () => this.composer.reply(message),
      edit: () => this.edit(message),
      remove: () => this.line.ask("delete", { message: message.id }).catch((error) => this.refuse(error)),
      choose: (menu) => this.interact("choose", { menu, message: message.id }, anchor),
    });
  }

  refuse(error) {
    const words = this.model.words[`refused.${error.code}`];
    this.notices.show(error.text ?? words ?? "", "error");
  }
}

new Page();
