// Files that go with the next message: chosen, named, taken out again, and read when it is sent.

import { bdi, h, iconButton, sentence } from "./dom.js";

const MOST = 10;
const LARGEST = 2500000;

export class Enclosures {
  constructor(model) {
    this.model = model;
    this.files = [];
    this.input = h("input", { type: "file", multiple: true, hidden: true, tabindex: "-1", data: { testid: "files" } });
    this.input.addEventListener("change", () => this.add(this.input.files));
    this.opener = iconButton("clip", "", { kind: "quiet square", data: { testid: "attach" }, on: { click: () => this.input.click() } });
    this.list = h("ul", { class: "enclosures", hidden: true });
  }

  /** The words of this page's language. */
  label() {
    this.opener.title = this.model.say("attach");
    this.opener.setAttribute("aria-label", this.opener.title);
  }

  /** Those of a file field, a paste or a drop. */
  add(files) {
    this.put([...this.files, ...files]);
    this.input.value = "";
  }

  put(files) {
    this.files = [...files];
    this.list.hidden = !this.files.length;
    this.list.replaceChildren(...this.files.map((file) => {
      const label = this.model.say("attach.remove", { name: file.name });
      return h("li", {}, bdi(file.name), iconButton("close", label, { kind: "quiet square small", on: { click: () => this.#remove(file) } }));
    }));
  }

  /** As the line to the server takes them; throws what it would be refused with. */
  async read() {
    const bytes = this.files.reduce((sum, file) => sum + file.size, 0);
    if (this.files.length > MOST || bytes > LARGEST) throw { code: "files" };
    return Promise.all(this.files.map(async (file) => ({
      name: file.name.slice(0, 200), media_type: file.type.slice(0, 200), content: await base64(file) })));
  }

  #remove(file) {
    this.put(this.files.filter((one) => one !== file));
    this.opener.focus();
  }
}

function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result.slice(reader.result.indexOf(",") + 1)));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}

/** The files under a message: pictures where they stand, the others to be downloaded. */
export function renderFiles(model, files) {
  if (!files.length) return null;
  return h("ul", { class: "files" }, files.map((file) => {
    const url = `/files/${file.id}?as=${encodeURIComponent(model.me)}`;
    const label = sentence(model.words.enclosed, { name: file.name, size: file.size });
    return h("li", {}, h("a", { class: file.picture ? "picture" : "file", href: url, target: "_blank", rel: "noopener", data: { testid: "file" } },
      file.picture ? h("img", { src: url, alt: "", loading: "lazy" }) : null, h("span", {}, label)));
  }));
}
