/** Save a timeline. A plain link does it, except where a key has to be shown: a link cannot. */
import { ask, keyOfTab } from "./asking.js";
import { tell } from "./notice.js";

export function startExports(links) {
  for (const link of links) link.addEventListener("click", (happening) => save(happening, link));
}

async function save(happening, link) {
  if (!keyOfTab()) return;
  happening.preventDefault();
  try {
    const response = await ask(link.getAttribute("href"));
    const address = URL.createObjectURL(await response.blob());
    const saved = Object.assign(document.createElement("a"), { href: address, download: link.download });
    saved.click();
    URL.revokeObjectURL(address);
  } catch (trouble) {
    tell(trouble.message);
  }
}
