/** Documents one after another: each is read, sent, and watched in a row of its own. */
import { refreshArchive } from "./archive.js";
import { extract } from "./extracting.js";
import { Job } from "./job.js";
import { tell } from "./notice.js";

export class Queue {
  constructor(section, stop) {
    this.section = section;
    this.rows = section.querySelector(".queue");
    this.stop = stop;
    this.stopping = null;
    this.ended = Promise.resolve();
    stop.addEventListener("click", () => this.stopping?.abort());
  }

  /** Work through files or documents. A single one leads to its timeline; of several each row has a link. */
  async run(sources, known) {
    this.stopping?.abort();
    const shared = sources.length > 1 ? { ...known, title: undefined } : known;
    const jobs = sources.map((source) => new Job(source, (job, more) => this.again(job, { ...shared, ...more })));
    this.rows.replaceChildren(...jobs.map((job) => job.row));
    this.section.hidden = false;
    this.section.querySelector("h2").focus();
    const done = await this.work(jobs, shared);
    if (jobs.length === 1 && done[0]) return open(done[0]);
    if (jobs.length > 1) tell(`${done.filter(Boolean).length} of ${jobs.length} articles done`);
    if (done.some(Boolean)) await refreshArchive();
  }

  /** Do one again, as the reader asks in its row. */
  async again(job, known) {
    const [timeline] = await this.work([job], known);
    if (!timeline) return;
    if (this.rows.children.length === 1) open(timeline);
    else await refreshArchive();
  }

  /** Work through jobs when those before are done. */
  work(jobs, known) {
    const worked = this.ended.then(() => this.workNow(jobs, known));
    this.ended = worked.catch(() => {});
    return worked;
  }

  async workNow(jobs, known) {
    const { signal } = (this.stopping = new AbortController());
    this.stop.hidden = false;
    const done = [];
    for (const job of jobs) done.push(signal.aborted ? job.halt() : await extract(job, known, signal));
    this.stop.hidden = true;
    return done;
  }
}

const open = (timeline) => location.assign(`/articles/${timeline.article.id}`);
