/** The page of one article: its sheet, the address of the event that is looked at, and deletion. */
import { Sheet } from "./sheet.js";
import { ask } from "./asking.js";
import { keepNotice } from "./notice.js";

export function startArticle(root) {
  if (!root) return;
  const sheet = new Sheet(root);
  root.addEventListener("pin", ({ detail: event }) => {
    history.replaceState(null, "", event ? `#${event.dataset.id}` : location.pathname + location.search);
  });
  const named = location.hash && sheet.events.find((event) => event.dataset.id === location.hash.slice(1));
  if (named) sheet.visit(named);
  startDeleting(root);
}

function startDeleting(root) {
  const dialog = document.getElementById("ask");
  const fault = document.getElementById("delete-fault");
  const keep = document.getElementById("keep-it");
  const button = document.getElementById("delete");
  button.disabled = false;
  button.addEventListener("click", () => {
    fault.textContent = "";
    dialog.showModal();
    keep.focus();
  });
  keep.addEventListener("click", () => dialog.close());
  document.getElementById("delete-it").addEventListener("click", async () => {
    try {
      await ask(`/v1/articles/${root.dataset.article}`, { method: "DELETE" });
    } catch (trouble) {
      fault.textContent = trouble.message;
      return;
    }
    keepNotice(`Deleted: ${root.querySelector("h1").textContent.trim()}`);
    location.assign("/");
  });
}
