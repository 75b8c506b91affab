/** The form: a text, files or an address, with the publication date, sent by one button. */
import { Published } from "./published.js";
import { Queue } from "./queue.js";
import { documentOf, textDocument } from "./documents.js";
import { tell } from "./notice.js";

const PAUSE = 400;

export function startCompose(form) {
  if (form) new Compose(form);
}

class Compose {
  constructor(form) {
    this.form = form;
    this.published = new Published(form.elements.published);
    this.queue = new Queue(document.getElementById("arrivals"), document.getElementById("stop"));
    this.timer = 0;
    form.addEventListener("change", (happening) => happening.target.name === "way" && this.turn());
    form.elements.text.addEventListener("input", () => this.wait());
    form.addEventListener("submit", (happening) => this.submit(happening));
    form.elements.files.addEventListener("change", () => this.clear());
    this.takeDrops();
    this.turn();
    document.getElementById("make").disabled = false;
  }

  get way() {
    return this.form.elements.way.value;
  }

  /** Show the way that is chosen. */
  turn() {
    for (const way of this.form.querySelectorAll(".way")) way.hidden = way.dataset.way !== this.way;
    this.clear();
    clearTimeout(this.timer);
    this.published.hint = NOTES[this.way];
    this.published.fill(null);
    if (this.way === "text") this.wait();
  }

  /** Look for the date of the text when the reader pauses. */
  wait() {
    clearTimeout(this.timer);
    this.clear();
    const text = this.form.elements.text.value;
    this.timer = setTimeout(() => this.published.fill(text.trim() ? textDocument(text).body : null), PAUSE);
  }

  takeDrops() {
    const { files } = this.form.elements;
    const hasFiles = (happening) => happening.dataTransfer?.types.includes("Files");
    const over = (isOver) => this.form.classList.toggle("over", isOver);
    addEventListener("dragover", (happening) => {
      if (!hasFiles(happening)) return;
      happening.preventDefault();
      over(true);
    });
    addEventListener("dragleave", (happening) => happening.relatedTarget === null && over(false));
    addEventListener("drop", (happening) => {
      if (!hasFiles(happening)) return;
      happening.preventDefault();
      over(false);
      this.form.elements.way.value = "files";
      this.turn();
      files.files = happening.dataTransfer.files;
      files.focus();
      tell(`${files.files.length} ${files.files.length === 1 ? "file" : "files"} taken`);
    });
  }

  submit(happening) {
    happening.preventDefault();
    this.clear();
    this[this.way]();
  }

  text() {
    const text = this.form.elements.text.value;
    if (!text.trim()) return this.fault("text", "Paste the text of an article first.");
    if (!this.form.elements.published.value) {
      return this.published.demand("Give the day on which the article was published: it is not in the text.");
    }
    this.queue.run([textDocument(text)], this.known());
  }

  files() {
    const files = [...this.form.elements.files.files];
    if (!files.length) return this.fault("files", "Choose a file first, or drop one here.");
    this.queue.run(files, this.known());
  }

  url() {
    const address = this.form.elements.url.value.trim();
    if (!/^https?:\/\/\S+$/i.test(address)) return this.fault("url", "Give an address that starts with https:// or http://.");
    this.queue.run([documentOf(address, { url: address })], this.known());
  }

  /** What the reader knows about the article, leaving out what was not filled in. */
  known() {
    const fields = ["published", "title", "source", "engine"].map((name) => [name, this.form.elements[name]?.value.trim()]);
    return Object.fromEntries(fields.filter(([, value]) => value));
  }

  fault(name, words) {
    const field = this.form.elements[name];
    document.getElementById(`${name}-fault`).textContent = words;
    field.setAttribute("aria-invalid", "true");
    field.focus();
  }

  clear() {
    for (const fault of this.form.querySelectorAll(".fault")) fault.textContent = "";
    for (const field of this.form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
  }
}

const NOTES = {
  text: "“Friday” and “last month” are read against this day.",
  files: "For files that do not say themselves when they were published.",
  url: "For a page that does not say itself when it was published.",
};
