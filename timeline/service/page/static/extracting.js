/** One document to its timeline: sent, watched while its events arrive, and told in its row. */
import { asJson, ask, Trouble, troubleOf } from "./asking.js";
import { documentOf, fileDocument, UNREADABLE } from "./documents.js";
import { eventsOf } from "./stream.js";

const NO_DATE = "no-publication-date";

/** Return the timeline, or null where there is none; the row of the job says why. */
export async function extract(job, known, signal) {
  try {
    job.begin();
    const document = job.source instanceof File ? await fileDocument(job.source) : documentOf(job.name, job.source.body);
    const timeline = await sendWithDate(job, document.body, known, signal);
    job.finish(timeline);
    return timeline;
  } catch (trouble) {
    if (signal.aborted) return job.halt();
    if (!(trouble instanceof Trouble)) throw trouble;
    return job.fail(trouble, { wantsDate: trouble.kind === NO_DATE, isFinal: trouble.kind === UNREADABLE });
  }
}

/** Send a pasted text with the date of the form; a file or page speaks for itself first, and is given it if it is silent. */
async function sendWithDate(job, body, { published, ...known }, signal) {
  const given = published && (job.isPasted || job.isRetried);
  try {
    return await send(job, { ...body, ...known, ...(given ? { published } : {}) }, signal);
  } catch (trouble) {
    if (given || !published || trouble.kind !== NO_DATE) throw trouble;
    return send(job, { ...body, ...known, published }, signal);
  }
}

async function send(job, body, signal) {
  const request = asJson(body);
  const headers = { ...request.headers, Accept: "text/event-stream" };
  const response = await ask("/v1/extract", { ...request, headers, signal });
  try {
    for await (const { name, data } of eventsOf(response)) {
      if (name === "progress") job.progress(data);
      if (name === "event") job.arrive(data);
      if (name === "problem") throw troubleOf(data);
      if (name === "timeline") return data;
    }
  } catch (error) {
    if (error instanceof Trouble || signal.aborted) throw error;
    throw new Trouble("The connection broke before the timeline was done.");
  }
  throw new Trouble("The server ended before the timeline was done.");
}
