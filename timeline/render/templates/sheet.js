const said = document.getElementById("said");
const eventsOf = (element) => element.dataset.events.split(" ");
const buttonOf = (event) => event.querySelector("button");

/** Light up events and their sentences together: what is under the pointer, else in focus, else pinned. */
export class Sheet {
  constructor(root) {
    this.root = root;
    this.story = root.querySelector(".story");
    this.events = [...root.querySelectorAll(".event")];
    this.places = [...root.querySelectorAll("[data-events]")];
    this.pointed = this.focused = this.pinned = null;
    root.addEventListener("pointermove", (happening) => this.point(happening));
    root.addEventListener("pointerleave", () => this.leave());
    root.addEventListener("focusin", (happening) => this.set({ focused: this.idsAt(happening.target) }));
    root.addEventListener("focusout", () => this.set({ focused: null }));
    root.addEventListener("click", (happening) => this.click(happening));
    root.addEventListener("keydown", (happening) => this.press(happening));
  }

  /** Name the events that an element speaks of: a card, a sentence, or a number in the text. */
  idsAt(element) {
    const place = element.closest("[data-events], .event");
    if (!place) return null;
    return place.matches(".event") ? [place.id] : eventsOf(place.closest("sup a, mark") ?? place);
  }

  /** Light up what the pointer moves to, not what scrolls beneath it. */
  point(happening) {
    if (happening.pointerType === "touch" || happening.target === this.under) return;
    this.under = happening.target;
    this.set({ pointed: this.idsAt(happening.target) });
  }

  leave() {
    this.under = null;
    this.set({ pointed: null });
  }

  set(change) {
    Object.assign(this, change);
    const lit = new Set(this.pointed ?? this.focused ?? this.pinned ?? []);
    const isPinned = (event) => this.pinned?.includes(event.id) ?? false;
    for (const event of this.events) {
      event.classList.toggle("lit", lit.has(event.id));
      event.classList.toggle("pinned", isPinned(event));
      buttonOf(event).setAttribute("aria-pressed", String(isPinned(event)));
    }
    for (const place of this.places) {
      place.classList.toggle("lit", eventsOf(place).some((id) => lit.has(id)));
      if (place.matches(".spot")) place.classList.toggle("pinned", eventsOf(place).some((id) => this.pinned?.includes(id)));
    }
    this.root.classList.toggle("selecting", lit.size > 0);
  }

  click(happening) {
    const link = happening.target.closest("a[href^='#']");
    const event = happening.target.closest("h3 button")?.closest(".event");
    const place = happening.target.closest("mark");
    if (link) this.follow(happening, link);
    else if (event) this.toggle(event);
    else if (place && String(getSelection()) === "") this.turn(eventsOf(place));
  }

  /** Follow a link within the page: to an event, or to a sentence of the event it stands in. */
  follow(happening, link) {
    const target = document.getElementById(link.getAttribute("href").slice(1));
    if (!this.root.contains(target)) return;
    happening.preventDefault();
    if (target.matches(".event")) this.visit(target);
    else this.read(link.closest(".event"), target);
  }

  visit(event) {
    this.pin(event);
    this.set({ pointed: null });
    buttonOf(event).focus({ preventScroll: true });
    event.scrollIntoView({ block: "center" });
  }

  read(event, sentence) {
    this.pin(event);
    sentence.focus({ preventScroll: true });
    this.set({ focused: null, pointed: null });
    if (this.isBeside()) this.show(sentence);
    else sentence.scrollIntoView({ block: "center" });
  }

  toggle(event) {
    if (this.pinned?.includes(event.id)) return this.unpin();
    this.pin(event);
    const first = this.places.find((place) => place.matches("mark") && eventsOf(place).includes(event.id));
    if (first && this.isBeside()) this.show(first);
  }

  /** Pin the next of the events that share a sentence. */
  turn(ids) {
    const next = ids[(ids.indexOf(this.pinned?.[0]) + 1) % ids.length];
    const event = document.getElementById(next);
    this.pin(event);
    this.set({ pointed: null });
    if (this.isBeside()) event.scrollIntoView({ block: "nearest" });
  }

  pin(event) {
    this.set({ pinned: [event.id] });
    this.root.dispatchEvent(new CustomEvent("pin", { detail: event }));
    const count = this.places.filter((place) => place.matches("mark") && eventsOf(place).includes(event.id)).length;
    said.textContent = `${buttonOf(event).textContent}: ${count} ${count === 1 ? "passage" : "passages"} lit up`;
  }

  unpin() {
    this.set({ pinned: null, pointed: null, focused: null });
    this.root.dispatchEvent(new CustomEvent("pin", { detail: null }));
    said.textContent = "";
  }

  press(happening) {
    if (happening.key === "Escape") return this.unpin();
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    const current = happening.target.closest("button")?.closest(".event");
    if (!current || !(happening.key in steps)) return;
    happening.preventDefault();
    const shown = this.events.filter((event) => !event.hidden);
    const next = shown[shown.indexOf(current) + steps[happening.key]];
    if (next) buttonOf(next).focus();
  }

  /** Say whether the article stands in a pane of its own beside the events. */
  isBeside() {
    return getComputedStyle(this.story).position === "sticky";
  }

  show(sentence) {
    const pane = this.story.getBoundingClientRect();
    const line = sentence.getBoundingClientRect();
    if (line.top < pane.top + 40 || line.bottom > pane.bottom - 40) {
      this.story.scrollBy({ top: line.top - pane.top - pane.height / 3 });
    }
  }
}

