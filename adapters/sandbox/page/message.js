// One message of the conversation.

import { avatar, bdi, button, h, icon, iconButton, sentence } from "./dom.js";
import { renderFiles } from "./enclosures.js";
import { renderBody } from "./parts.js";

const LONG = 1200;
const LONG_LINES = 18;
const TOGETHER = 5 * 60 * 1000;

/** The element of a message. `talk` offers go, press, openMenu, whole(message) and jump(id). */
export function renderMessage(model, message, before, talk) {
  const author = model.person(message.author);
  const together = follows(message, before);
  const element = h("article", {
    class: together ? "message together" : "message",
    data: { message: message.id, author: message.author, testid: "message", deleted: message.deleted ? "yes" : null },
    "aria-label": `${author.name}, ${message.time}`,
  });
  if (message.reply) element.append(replyLine(model, message.reply, talk));
  element.append(together ? h("span", { class: "gutter", "aria-hidden": "true" }, message.time) : avatar(author));
  element.append(h("div", { class: "bubble" },
    h("header", { class: together ? "visually-hidden" : "who" }, who(model, author, message)),
    content(model, message, talk),
    renderFiles(model, message.files),
    footer(model, message, talk)));
  if (!message.deleted) element.append(actionsButton(model, author, message, talk));
  return element;
}

/** Written by the same person soon after: shown without repeating who. */
function follows(message, before) {
  return Boolean(before) && !message.reply && !message.pinned && before.author === message.author && before.day === message.day
    && Date.parse(message.at) - Date.parse(before.at) < TOGETHER;
}

function who(model, author, message) {
  const role = author.role === "member" ? null
    : h("span", { class: author.role === "program" ? "chip program" : "chip" }, model.role(author));
  const full = `${message.day}, ${message.time}`;
  return [bdi(author.name, { class: "name" }), role, h("time", { datetime: message.at, title: full }, message.time),
    message.edited && message.body ? mark(model, "edited") : null, message.pinned ? mark(model, "pinned") : null];
}

const mark = (model, word) => h("span", { class: "mark" }, `(${model.say(word)})`);

function replyLine(model, reply, talk) {
  const text = reply.deleted ? model.say("deleted") : reply.text;
  return h("button", { type: "button", class: "answered", on: { click: () => talk.jump(reply.id) } },
    icon("reply"),
    h("span", { class: "visually-hidden" }, sentence(model.words.answered, { name: model.person(reply.author).name })),
    bdi(model.person(reply.author).name, { "aria-hidden": "true", class: "name" }), bdi(text, { class: "line" }));
}

function content(model, message, talk) {
  if (message.deleted) return h("p", { class: "gone" }, model.say(message.removed ? "removed" : "deleted"));
  const body = message.body ? renderBody(model, message.body, talk) : words(model, message, talk);
  if (message.edited && !message.body) body.append(" ", mark(model, "edited"));
  return body;
}

function words(model, message, talk) {
  const lines = message.text.split("\n", LONG_LINES + 1).length;
  if (message.length <= LONG && lines <= LONG_LINES) return h("div", { class: "words", dir: "auto" }, message.text);
  return longWords(model, message, talk);
}

/** A long message shows its beginning, and the rest when asked: the page must not choke on it. */
function longWords(model, message, talk) {
  const start = message.text.split("\n", 12).join("\n").slice(0, 600);
  const text = h("div", { class: "words", dir: "auto" }, `${start}…`);
  const n = message.length.toLocaleString(model.person().language);
  const toggle = button(model.say("whole", { n }), { kind: "quiet small", "aria-expanded": "false", data: { testid: "whole" } });
  toggle.addEventListener("click", async () => {
    const open = toggle.getAttribute("aria-expanded") !== "true";
    text.textContent = open ? await talk.whole(message) : `${start}…`;
    toggle.textContent = open ? model.say("less") : model.say("whole", { n });
    toggle.setAttribute("aria-expanded", String(open));
  });
  return h("div", {}, text, toggle);
}

function footer(model, message, talk) {
  const items = message.reactions.map((reaction) =>
    h("span", { class: "reaction" }, `${reaction.emoji} ${reaction.count}`));
  if (message.thread) {
    const open = button(model.say("thread"), { kind: "small", name: "thread", data: { link: message.thread, testid: "thread" } });
    open.addEventListener("click", () => talk.go(message.thread));
    items.push(open);
  }
  return items.length ? h("footer", { class: "under" }, items) : null;
}

function actionsButton(model, author, message, talk) {
  const label = model.say("actions", { name: author.name });
  const element = iconButton("more", label, { kind: "square small actions", "aria-haspopup": "menu", data: { testid: "actions" } });
  element.addEventListener("click", () => talk.openMenu(message, element));
  return element;
}
