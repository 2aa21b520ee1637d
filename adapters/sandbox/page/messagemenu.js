// What can be done with a message: the platform's own actions, then the bot's message menus.

import { openMenu } from "./menu.js";

export function messageMenu(model, message, anchor, { reply, edit, remove, choose }) {
  const own = message.author === model.me;
  openMenu(anchor, [
    { id: "reply", label: model.say("reply"), act: reply },
    ...(own ? [{ id: "edit", label: model.say("edit"), act: edit }] : []),
    ...model.menus.map((menu) => ({ id: menu.name, label: menu.label, act: () => choose(menu.name) })),
    ...(own ? [{ id: "delete", label: model.say("delete"), act: remove, danger: true }] : []),
  ]);
}
