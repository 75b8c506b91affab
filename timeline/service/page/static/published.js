/** The publication date: filled in when the document gives one, asked for when it does not. */
import { asJson, ask } from "./asking.js";

/** Ask the server what date a document gives; null for none. */
export async function dateOf(body) {
  if (body.url) return null;
  const response = await ask("/published", asJson(body));
  return (await response.json()).published;
}

/** A date field and the note beneath it. What the reader typed is never overwritten. */
export class Published {
  constructor(field) {
    this.field = field;
    this.note = document.getElementById(field.getAttribute("aria-describedby"));
    this.hint = this.note.textContent;
    this.isTyped = false;
    this.asked = 0;
    field.addEventListener("input", () => {
      this.isTyped = field.value !== "";
      this.say(this.hint);
    });
  }

  /** Fill in the date of a document, unless the reader typed one or typed on meanwhile. */
  async fill(body) {
    const number = ++this.asked;
    if (this.isTyped) return;
    if (!body) return this.set("", this.hint);
    let found;
    try {
      found = await dateOf(body);
    } catch {
      return;
    }
    if (number !== this.asked || this.isTyped) return;
    if (found) this.set(found, "Found in the article. Change it if it is wrong.");
    else this.set("", "No publication date stands in the text: give it here.", true);
  }

  set(value, words, isMissing = false) {
    this.field.value = value;
    this.say(words, isMissing);
  }

  say(words, isMissing = false) {
    this.note.textContent = words;
    this.note.classList.toggle("wanted", isMissing);
    this.field.removeAttribute("aria-invalid");
  }

  /** Say that nothing can be done without a date. */
  demand(words) {
    this.say(words, true);
    this.field.setAttribute("aria-invalid", "true");
    this.field.focus();
  }
}
