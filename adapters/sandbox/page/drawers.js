// The two sides of the page: beside the conversation where there is room, else drawers over it.

const NARROW = "(max-width: 899px)";
const NO_ROOM_INSIDE = "(max-width: 1179px)";
const KEPT = "ombud.inside";

export class Drawers {
  constructor(elements, onInside) {
    this.elements = elements; // side, inside, talk, top, backdrop
    this.onInside = onInside;
    this.narrow = matchMedia(NARROW);
    this.noRoom = matchMedia(NO_ROOM_INSIDE);
    this.sideOpen = false;
    this.insideOpen = !this.noRoom.matches && localStorage.getItem(KEPT) !== "shut";
    elements.backdrop.addEventListener("click", () => this.close());
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.#modal() && !document.querySelector("dialog[open], .menu")) this.close();
    });
    this.narrow.addEventListener("change", () => this.close());
    this.noRoom.addEventListener("change", () => { this.insideOpen &&= !this.noRoom.matches; this.show(); });
  }

  /** Toggles are known once the top is drawn. */
  bind(sideToggle, insideToggle) {
    this.sideToggle = sideToggle;
    this.insideToggle = insideToggle;
    sideToggle.addEventListener("click", () => this.toggleSide());
    insideToggle.addEventListener("click", () => this.toggleInside());
    this.show();
  }

  toggleSide(open = !this.sideOpen) {
    this.sideOpen = open;
    this.insideOpen &&= !this.noRoom.matches;
    this.show();
    if (open) this.elements.side.querySelector("select, a")?.focus();
    else this.sideToggle?.focus();
  }

  toggleInside(open = !this.insideOpen) {
    this.insideOpen = open;
    this.sideOpen = false;
    if (!this.noRoom.matches) localStorage.setItem(KEPT, open ? "open" : "shut");
    this.show();
    if (!open) this.insideToggle.focus();
    else if (this.noRoom.matches) this.elements.inside.querySelector("button")?.focus();
  }

  /** Close what lies over the conversation. */
  close() {
    if (!this.#modal()) return;
    const back = this.sideOpen ? this.sideToggle : this.insideToggle;
    this.sideOpen = false;
    this.insideOpen &&= !this.noRoom.matches;
    this.show();
    back?.focus();
  }

  show() {
    const { side, inside, talk, top, backdrop } = this.elements;
    const modal = this.#modal();
    document.body.classList.toggle("side-open", this.sideOpen);
    document.body.classList.toggle("inside-open", this.insideOpen);
    this.sideToggle?.setAttribute("aria-expanded", String(this.sideOpen));
    this.insideToggle?.setAttribute("aria-expanded", String(this.insideOpen));
    side.inert = this.narrow.matches && !this.sideOpen;
    inside.inert = !this.insideOpen;
    talk.inert = modal;
    top.inert = modal;
    backdrop.hidden = !modal;
    this.onInside(this.insideOpen);
  }

  #modal() {
    return (this.sideOpen && this.narrow.matches) || (this.insideOpen && this.noRoom.matches);
  }
}
