// A form that the bot asks for, as a modal dialog. What was typed stays until it is taken in.

import { button, h, iconButton } from "./dom.js";

export class FormDialog {
  /** `submit(channel, form, values, element)` sends it; resolves to whether it was taken in. */
  constructor(model, dialog, submit) {
    this.model = model;
    this.dialog = dialog;
    this.submit = submit;
    dialog.addEventListener("close", () => this.#return());
  }

  open(channel, form) {
    const { model, dialog } = this;
    this.before = document.activeElement;
    const fields = form.fields.map((field) => this.#field(field));
    const send = h("button", { type: "submit", class: "button primary" }, form.submit);
    const body = h("form", { method: "dialog", novalidate: false },
      h("header", {}, h("h2", { id: "form-title", dir: "auto" }, form.title),
        iconButton("close", model.say("close"), { on: { click: () => dialog.close() } })),
      fields,
      h("footer", {}, button(model.say("cancel"), { on: { click: () => dialog.close() } }), send));
    body.addEventListener("submit", async (event) => {
      event.preventDefault();
      const values = Object.fromEntries([...new FormData(body)].map(([name, value]) => [name, String(value)]));
      if (await this.submit(channel, form.id, values, send)) dialog.close();
    });
    dialog.replaceChildren(body);
    if (!dialog.open) dialog.showModal();
    body.querySelector("textarea, input, select")?.focus();
  }

  /** The focus goes back to what opened the form, which may have been drawn anew meanwhile. */
  #return() {
    const { before } = this;
    const again = before.dataset.button && document.querySelector(`[data-button="${CSS.escape(before.dataset.button)}"]`);
    (before.isConnected ? before : again || document.getElementById("field")).focus();
  }

  #field(field) {
    const id = `form-${field.name}`;
    const attributes = { id, name: field.name, required: field.required, class: "input", data: { field: field.name } };
    const mark = field.required ? h("span", { class: "required" }, this.model.say("required")) : null;
    const label = h("label", { for: id }, h("span", { dir: "auto" }, field.label), mark);
    if (field.options.length) {
      const none = field.required ? [] : [h("option", { value: "" }, "")];
      const select = h("select", attributes, none, field.options.map((option) => h("option", { value: option.value }, option.label)));
      if (field.value) select.value = field.value;
      return h("div", { class: "field" }, label, select);
    }
    const input = h(field.long ? "textarea" : "input", { ...attributes, maxlength: field.max_length, dir: "auto",
      ...(field.long ? { rows: "5" } : { type: "text", autocomplete: "off" }) });
    input.value = field.value;
    const count = h("span", { class: "counter", "aria-hidden": "true" });
    const show = () => { count.textContent = `${input.value.length} / ${field.max_length}`; };
    input.addEventListener("input", show);
    show();
    return h("div", { class: "field" }, label, input, count);
  }
}
