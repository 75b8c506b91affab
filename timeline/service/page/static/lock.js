/** A page that wants a key: it is asked for once, kept for this tab, and shown with every request. */
import { askForAny, forgetKey, keepKey, keyOfTab } from "./asking.js";

/** Open the page with the key of this tab, or let the reader type one. Resolve at once where nothing is locked. */
export async function startLock(form, start) {
  if (!form) return;
  form.addEventListener("submit", async (happening) => {
    happening.preventDefault();
    const key = form.elements.key.value.trim();
    if (!key) return refuse(form, "Type the key that you were given.");
    keepKey(key);
    if (await open(form)) start();
  });
  document.getElementById("open").disabled = false;
  if (keyOfTab()) await open(form);
}

/** Load this page again with the key, and put what it shows in place. */
async function open(form) {
  let response;
  try {
    response = await askForAny(location.href, { headers: { Accept: "text/html" } });
  } catch (trouble) {
    return refuse(form, trouble.message);
  }
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const main = page.querySelector("main");
  if (response.status === 401 || !main) {
    forgetKey();
    return refuse(form, "This key is not valid here. It may have been revoked.");
  }
  document.title = page.title;
  document.querySelector("main").replaceWith(main);
  main.focus();
  return true;
}

function refuse(form, words) {
  form.querySelector(".fault").textContent = words;
  form.elements.key.setAttribute("aria-invalid", "true");
  form.elements.key.focus();
  return false;
}
