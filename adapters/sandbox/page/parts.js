// The bot's messages: parts and runs, each by its kind.

import { bdi, button, h, icon, sentence } from "./dom.js";

/** The parts of a body. `go(channel, message)` follows a link, `press(id, element)` a button. */
export function renderBody(model, body, { go, press }) {
  const parts = body.parts.map((part) => PARTS[part.kind](model, part, go));
  const card = body.parts.some((part) => part.kind === "heading" || part.kind === "fields");
  const content = h("div", { class: card ? "card" : "words" }, parts);
  if (body.buttons.length) content.append(buttonRow(body.buttons, press));
  return content;
}

function buttonRow(buttons, press) {
  return h("div", { class: "buttons" }, buttons.map((one) => {
    const kind = one.style === "plain" ? "" : one.style;
    const element = button(one.label, { kind, data: { action: one.id.split(":")[1], button: one.id } });
    element.addEventListener("click", () => press(one.id, element));
    return element;
  }));
}

const PARTS = {
  heading: (_model, part) => h("h3", { class: "heading" }, bdi(part.text)),
  paragraph: (model, part, go) => h("p", {}, renderRuns(model, part.runs, go)),
  quotation: (_model, part) => h("blockquote", {}, h("p", { dir: "auto" }, part.text),
    part.by ? h("footer", {}, bdi(part.by)) : null),
  fields: (model, part, go) => h("dl", { class: "fields" }, part.rows.map((row) =>
    h("div", {}, h("dt", {}, row.label), h("dd", {}, renderRuns(model, row.value, go))))),
  file: (model, part) => h("button", { type: "button", class: "file", on: { click: () => download(part) } }, icon("file"),
    h("span", {}, sentence(model.words.download, { name: part.name }))),
};

/** A blob lives as long as the page unless it is let go, so it is made when it is wanted. */
function download(part) {
  const url = URL.createObjectURL(new Blob([part.content], { type: "text/plain;charset=utf-8" }));
  h("a", { href: url, download: part.name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

function renderRuns(model, runs, go) {
  return runs.map((run) => RUNS[run.kind](model, run, go));
}

const RUNS = {
  text: (_model, run) => run.text,
  name: (_model, run) => bdi(run.name),
  mention: (_model, run) => bdi(`@${run.name}`, { class: run.me ? "mention me" : "mention" }),
  moment: (_model, run) => h("time", { datetime: run.at }, run.text),
  link: (model, run, go) => run.channel === null ? run.label : run.open
    ? h("a", { class: "link", href: `#${run.channel}`, data: { link: run.channel }, on: {
        click: (event) => { event.preventDefault(); go(run.channel, run.message); } } }, run.label)
    : h("span", { class: "link-shut", title: model.say("shut", { name: model.person().name }) }, run.label),
};
