// The line to the server: asks and hears, and comes back by itself when it was cut.

const FIRST_WAIT = 300;
const LONGEST_WAIT = 5000;

export class Line {
  /** `hear(line)` is called for every line that answers nothing; `turn(open)` when the line opens or is cut. */
  constructor(hear, turn) {
    this.hear = hear;
    this.turn = turn;
    this.waiting = new Map();
    this.number = 0;
    this.wait = FIRST_WAIT;
    this.socket = null;
  }

  /** Connect as this person; an older connection is closed. */
  open(person) {
    this.person = person;
    this.#drop();
    this.#connect();
  }

  /** Tell the server something that needs no answer. */
  tell(type, values = {}) {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify({ type, ...values }));
  }

  /** Ask; resolves with the answer's line, rejects with `{code, text}`. `onState` hears how an interaction goes. */
  ask(type, values = {}, onState = null) {
    return new Promise((resolve, reject) => {
      if (this.socket?.readyState !== WebSocket.OPEN) return reject({ code: "connection" });
      const request = ++this.number;
      this.waiting.set(request, { resolve, reject, onState });
      this.socket.send(JSON.stringify({ type, request, ...values }));
    });
  }

  #connect() {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const socket = new WebSocket(`${scheme}://${location.host}/ws?as=${encodeURIComponent(this.person)}`);
    this.socket = socket;
    socket.addEventListener("message", (event) => this.socket === socket && this.#take(JSON.parse(event.data)));
    socket.addEventListener("open", () => { this.wait = FIRST_WAIT; });
    socket.addEventListener("close", () => this.socket === socket && this.#cut());
  }

  #take(line) {
    if (line.type === "welcome") this.turn(true);
    const asked = this.waiting.get(line.request);
    if (!asked) return this.hear(line);
    if (line.type === "interaction") {
      asked.onState?.(line.state);
      if (line.state !== "answered" && line.state !== "failed") return undefined;
    }
    this.waiting.delete(line.request);
    return line.type === "refused" ? asked.reject(line) : asked.resolve(line);
  }

  #cut() {
    this.turn(false);
    this.#drop();
    const person = this.person;
    setTimeout(() => this.person === person && !this.socket && this.#connect(), this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }

  #drop() {
    const socket = this.socket;
    this.socket = null;
    socket?.close();
    const left = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of left) reject({ code: "connection" });
  }
}
