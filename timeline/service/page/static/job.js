/** The row of one document: its name, how far it is, its events as they arrive, and what became of it. */
import { dateWords } from "./dates.js";
import { tell } from "./notice.js";

const SVG = "http://www.w3.org/2000/svg";
const counted = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

export class Job {
  constructor(source, again) {
    this.source = source;
    this.name = source.name;
    this.isPasted = !(source instanceof File) && !source.body.url;
    this.isRetried = false;
    this.again = again;
    this.row = element("li", "job");
    this.state = element("span", "state", "waiting");
    this.events = element("ol", "arriving");
    this.events.tabIndex = 0;
    this.events.setAttribute("aria-label", `Events of ${this.name}`);
    this.outcome = element("div", "outcome");
    const head = element("p", "job-name");
    head.append(Object.assign(element("b", "", this.name), { dir: "auto" }), " ", this.state);
    this.bar = element("progress", "");
    this.bar.setAttribute("aria-label", `Reading ${this.name}`);
    this.bar.hidden = true;
    this.row.append(head, this.bar, this.events, this.outcome);
  }

  begin() {
    this.events.replaceChildren();
    this.outcome.replaceChildren();
    this.row.className = "job busy";
    this.bar.hidden = false;
    this.say("reading");
    tell(`Reading ${this.name}`);
  }

  progress({ sentences, proposed }) {
    this.say(`reading ${counted(sentences, "sentence")}${proposed ? `, ${proposed} proposed` : ""}`);
  }

  /** Show an event that was proved, and tell how many there are, not each one. */
  arrive(event) {
    const row = element("li", event.status);
    const title = Object.assign(element("span", "what", event.title), { dir: "auto" });
    row.append(mark(event.status), element("span", "day", dateWords(event.when)), title, element("span", "status", event.status));
    this.events.append(row);
    row.scrollIntoView({ block: "nearest" });
    clearTimeout(this.telling);
    this.telling = setTimeout(() => tell(`${counted(this.events.children.length, "event")} so far`), 700);
  }

  finish(timeline) {
    this.end("done");
    const { events, rejected, failures } = timeline;
    const parts = [counted(events.length, "event")];
    if (rejected.length) parts.push(`${rejected.length} not taken`);
    if (failures.length) parts.push(`incomplete: ${failures.map((failure) => failure.message).join("; ")}`);
    this.say(parts.join(", "));
    const link = element("a", "", "Open the timeline");
    link.href = `/articles/${timeline.article.id}`;
    link.setAttribute("aria-label", `Open the timeline of ${this.name}`);
    this.outcome.append(link);
    tell(`${this.name}: ${parts.join(", ")}`);
  }

  /** Say what went wrong, and let the reader try again, with a date where that is what was missing. */
  fail(trouble, { wantsDate, isFinal }) {
    this.end("failed");
    this.say("failed");
    const words = wantsDate ? "No publication date stands in this document. Give the day on which it was published." : trouble.message;
    this.outcome.append(element("p", "fault", words));
    if (!isFinal) this.outcome.append(this.retryForm(wantsDate));
    tell(`${this.name}: ${words}`);
    return null;
  }

  halt() {
    this.end("halted");
    this.say("stopped");
    this.outcome.append(this.retryForm(false));
    return null;
  }

  end(state) {
    clearTimeout(this.telling);
    this.outcome.replaceChildren();
    this.row.className = `job ${state}`;
    this.bar.hidden = true;
  }

  retryForm(wantsDate) {
    const form = element("form", "retry");
    form.noValidate = true;
    const button = element("button", "", wantsDate ? "Use this date" : "Try again");
    const day = Object.assign(element("input", ""), { type: "date", ariaLabel: `Publication date of ${this.name}` });
    if (wantsDate) form.append(day);
    form.append(button);
    form.addEventListener("submit", (happening) => {
      happening.preventDefault();
      if (wantsDate && !day.value) return day.focus();
      this.isRetried = true;
      this.again(this, wantsDate ? { published: day.value } : {});
    });
    return form;
  }

  say(words) {
    this.state.textContent = words;
  }
}

function element(name, className, words = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = words;
  return made;
}

function mark(status) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "mark");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#mark-${status}`);
  svg.append(use);
  return svg;
}
