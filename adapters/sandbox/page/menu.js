// A menu that hangs on a button: arrow keys move, Escape and a click elsewhere close it.

import { h } from "./dom.js";

/** Open a menu of `{label, act, danger?, id?}`; the focus returns to the anchor unless the act takes it. */
export function openMenu(anchor, items, label = anchor.getAttribute("aria-label") ?? anchor.textContent) {
  document.querySelector(".menu")?.remove();
  const menu = h("div", { class: "menu", role: "menu", "aria-label": label, data: { testid: "menu" } }, items.map((item) =>
    h("button", { type: "button", role: "menuitem", tabindex: "-1", class: item.danger ? "danger" : "", data: { item: item.id ?? null },
      on: { click: () => { close(true); item.act(); } } }, item.label)));
  const outside = (event) => !menu.contains(event.target) && close(false);

  function close(back) {
    menu.remove();
    anchor.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
    if (back) anchor.focus();
  }

  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" || event.key === "Tab") close(true);
    else if (!move(menu, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.body.append(menu);
  place(menu, anchor);
  anchor.setAttribute("aria-expanded", "true");
  document.addEventListener("pointerdown", outside, true);
  menu.firstElementChild?.focus();
}

function move(menu, key) {
  const items = [...menu.children];
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[key];
  if (to === undefined) return false;
  items[to % items.length].focus();
  return true;
}

/** Below the anchor, or above where there is no room; never outside the window. */
function place(menu, anchor) {
  const from = anchor.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = menu;
  const below = from.bottom + offsetHeight + 8 < window.innerHeight;
  menu.style.top = `${below ? from.bottom + 4 : Math.max(8, from.top - offsetHeight - 4)}px`;
  menu.style.left = `${Math.max(8, Math.min(from.right - offsetWidth, window.innerWidth - offsetWidth - 8))}px`;
}
