/** The list of stored articles, brought up to date when something was stored. */
import { ask } from "./asking.js";

export async function refreshArchive() {
  const shelf = document.querySelector("#archive > :is(.shelf, .nothing)");
  if (!shelf) return;
  const response = await ask("/", { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const fresh = page.querySelector("#archive > :is(.shelf, .nothing)");
  if (fresh) shelf.replaceWith(fresh);
}
