// What the page knows: people, channels, words, and what is kept while the page is open.

export class Model extends EventTarget {
  constructor(line) {
    super();
    this.line = line;
    this.me = "";
    this.people = new Map();
    this.channels = new Map();
    this.words = {};
    this.examples = [];
    this.menus = [];
    this.weather = { down: false, slow: false };
    this.ahead = 0; // community time minus this machine's, in milliseconds
    this.current = null;
    this.whispers = new Map(); // "person channel" -> private answers, until a reload
    this.drafts = new Map(); // "person channel" -> what was typed and not sent
  }

  welcome(line) {
    this.me = line.me;
    this.words = line.words;
    this.examples = line.examples;
    this.menus = [];
    this.weather = line.weather;
    this.setPeople(line.people);
    this.channels = new Map(line.channels.map((channel) => [channel.id, channel]));
    this.setClock(line.now);
    document.documentElement.lang = this.person().language;
  }

  setPeople(people) {
    this.people = new Map(people.map((person) => [person.id, person]));
  }

  setClock(now) {
    this.ahead = Date.parse(now) - Date.now();
  }

  /** A new or changed channel; how much of it is unread is known here only. */
  setChannel(channel) {
    const unread = this.channels.get(channel.id)?.unread ?? 0;
    this.channels.set(channel.id, { ...channel, unread });
  }

  person(id = this.me) {
    return this.people.get(id) ?? { id, name: id, role: "member", language: "en", zone: "UTC" };
  }

  /** The page's words under this key, with values in place of the placeholders. */
  say(key, values = {}) {
    return this.words[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
  }

  /** A channel's name as people write it. */
  title(channel) {
    return ["public", "staff", "specialists"].includes(channel.kind) ? `#${channel.name}` : channel.name;
  }

  role(person) {
    return this.words[person.role === "program" ? "program" : `role.${person.role}`];
  }

  key(channel) {
    return `${this.me} ${channel}`;
  }

  /** The channel to begin in: the one asked for if it can be seen, else where this person's work is. */
  home(wanted) {
    if (this.channels.has(wanted)) return wanted;
    const own = { moderator: "staff", manager: "staff", specialist: "specialists" }[this.person().role];
    const found = [...this.channels.values()].find((channel) => channel.kind === own);
    return found?.id ?? (this.channels.has("support") ? "support" : this.channels.keys().next().value);
  }

  emit(type, detail = null) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  on(type, listener) {
    this.addEventListener(type, (event) => listener(event.detail));
  }
}
