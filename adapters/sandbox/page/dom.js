// Makes elements. Text goes in as text nodes only: nothing on this page is parsed as markup.

const SVG = "http://www.w3.org/2000/svg";

const SHAPES = {
  menu: ["M4 6h16", "M4 12h16", "M4 18h16"],
  hash: ["M5 9h14", "M5 15h14", "M10 4 8 20", "M16 4l-2 16"],
  lock: ["M6 11h12v9H6z", "M9 11V8a3 3 0 0 1 6 0v3"],
  desk: ["M4 8h16v11H4z", "M9 8V5h6v3", "M4 13h16"],
  staff: ["M12 3l7 3v5c0 4.5-3 8-7 10-4-2-7-5.5-7-10V6z"],
  thread: ["M6 4v9a3 3 0 0 0 3 3h9", "M14 12l4 4-4 4"],
  dm: ["M4 5h16v11H9l-5 4z"],
  clock: ["M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z", "M12 7v5l3 2"],
  weather: ["M7 18a4 4 0 0 1-.5-8A6 6 0 0 1 18 9.5 4.2 4.2 0 0 1 17.5 18z"],
  inside: ["M4 5h16v14H4z", "M14 5v14"],
  send: ["M5 12h13", "M12 6l6 6-6 6"],
  more: ["M6 12h.01", "M12 12h.01", "M18 12h.01"],
  close: ["M6 6l12 12", "M18 6 6 18"],
  reply: ["M9 7 4 12l5 5", "M4 12h10a6 6 0 0 1 6 6v1"],
  down: ["M12 5v14", "M6 13l6 6 6-6"],
  file: ["M7 3h7l4 4v14H7z", "M14 3v4h4"],
  clip: ["M19 11.5 12 18.5a4.5 4.5 0 0 1-6.4-6.4L13 4.8a3 3 0 0 1 4.2 4.2l-7.4 7.3a1.5 1.5 0 0 1-2.1-2.1L14 8"],
  window: ["M14 4h6v6", "M20 4l-9 9", "M18 14v6H4V6h6"],
  chevron: ["M7 10l5 5 5-5"],
};

/** An element: attributes by name, `on` for listeners, `data` for data-*; children are nodes, strings or nothing. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) set(element, name, value);
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function set(element, name, value) {
  if (name === "on") {
    for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
  } else if (name === "data") {
    for (const [key, item] of Object.entries(value)) if (item !== null) element.dataset[key] = item;
  } else if (value === true) element.setAttribute(name, "");
  else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
}

/** A drawing for the eye only; whatever it stands for must also be said in words. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  for (const shape of SHAPES[name]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", shape);
    svg.append(path);
  }
  return svg;
}

export function button(label, { name, kind = "", ...attributes } = {}) {
  return h("button", { type: "button", class: `button ${kind}`.trim(), ...attributes }, name ? icon(name) : null, label);
}

/** A button that shows only a drawing; its words are for those who hear the page, and a tooltip. */
export function iconButton(name, label, { kind = "quiet square", ...attributes } = {}) {
  return h("button", { type: "button", class: `button ${kind}`, "aria-label": label, title: label, ...attributes }, icon(name));
}

/** Somebody's name: its writing direction must not leak into the words around it. */
export const bdi = (name, attributes = {}) => h("bdi", attributes, name);

/** A sentence around a name that has to be isolated: "Only {name} sees this". */
export function sentence(template, values) {
  return template.split(/(\{\w+\})/).map((piece) => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    return name && name in values ? bdi(String(values[name])) : piece;
  });
}

const HUES = [178, 22, 262, 92, 318, 205, 48, 140];

/** The round letter in front of somebody's messages; the bot has the product's mark. */
export function avatar(person) {
  const seed = [...person.id].reduce((sum, letter) => sum + letter.codePointAt(0), 0);
  const element = h("span", { class: "avatar", "aria-hidden": "true" });
  if (person.role === "program") element.append(h("img", { src: "/static/icon.svg", alt: "" }));
  else {
    element.append([...person.name][0] ?? "?");
    element.style.setProperty("--hue", HUES[seed % HUES.length]);
  }
  return element;
}
