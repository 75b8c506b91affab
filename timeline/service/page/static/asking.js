/** Requests to this server, with the API key of this tab if it has one. */

const KEY = "timeline-key";

export const keyOfTab = () => sessionStorage.getItem(KEY);
export const keepKey = (key) => sessionStorage.setItem(KEY, key);
export const forgetKey = () => sessionStorage.removeItem(KEY);

/** A refusal or failure that the server or the network tells of. `kind` is the last word of the problem's type. */
export class Trouble extends Error {
  constructor(message, kind = "", faults = []) {
    super(message);
    this.kind = kind;
    this.faults = faults;
  }
}

/** Ask; throw Trouble for every answer that is not a success. */
export async function ask(address, { headers = {}, ...options } = {}) {
  const response = await askForAny(address, { headers, ...options });
  if (!response.ok) throw troubleOf(await problemOf(response));
  return response;
}

/** Ask, and return the answer whatever its status. */
export async function askForAny(address, { headers = {}, ...options } = {}) {
  const key = keyOfTab();
  const shown = key ? { ...headers, Authorization: `Bearer ${key}` } : headers;
  try {
    return await fetch(address, { ...options, headers: shown });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Trouble("The server does not answer. Is it still running?");
  }
}

export const asJson = (body) => ({
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(body),
});

/** Turn a problem (RFC 9457) into Trouble. */
export function troubleOf(problem) {
  const kind = (problem.type ?? "").split("/").at(-1);
  const faults = problem.errors ?? [];
  const first = faults.length ? faults.map((fault) => fault.detail).join("; ") : problem.detail;
  return new Trouble(first || problem.title || "The server failed.", kind, faults);
}

async function problemOf(response) {
  try {
    return await response.json();
  } catch {
    return { title: `The server answered ${response.status} ${response.statusText}`.trim() };
  }
}
