/**
 * Show the events of some statuses, one kind, or one name. What is chosen stands in the address, too.
 * A link to an event that is not shown shows all.
 */

const folded = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

export function startFilters(form) {
  if (!form) return;
  const root = form.closest(".sheet");
  const events = [...root.querySelectorAll(".event")].map((element) => ({ element, names: namesOf(element) }));
  const places = [...root.querySelectorAll("[data-events]")];
  const all = document.getElementById("show-all");

  function filter() {
    const chosen = chosenIn(form);
    const shown = new Set();
    for (const { element, names } of events) {
      element.hidden = !isChosen(element, names, chosen);
      if (!element.hidden) shown.add(element.id);
    }
    for (const place of places) {
      const isOff = !place.dataset.events.split(" ").some((id) => shown.has(id));
      place.classList.toggle("off", isOff);
      if (place.matches("a")) place.toggleAttribute("aria-hidden", isOff);
    }
    reach(root);
    const isAll = shown.size === events.length && !isAny(chosen);
    all.hidden = isAll;
    form.querySelector(".tally").textContent = isAll ? "" : `${shown.size} of ${events.length} events`;
    history.replaceState(null, "", addressOf(chosen));
  }

  function clear() {
    form.reset();
    filter();
  }

  restore(form);
  form.querySelector(".all").disabled = false;
  form.addEventListener("input", filter);
  form.addEventListener("submit", (happening) => happening.preventDefault());
  all.addEventListener("click", () => {
    clear();
    form.elements.name.focus();
  });
  root.addEventListener("pin", ({ detail: event }) => {
    if (event?.hidden) clear();
  });
  if (isAny(chosenIn(form))) filter();
}

function namesOf(event) {
  const names = [...event.querySelectorAll(".who .plain, .source .plain")].map((name) => name.textContent);
  return folded(names.join("\n"));
}

function chosenIn(form) {
  const values = new FormData(form);
  return { status: values.getAll("status"), kind: values.get("kind"), name: values.get("name").trim() };
}

const isAny = ({ status, kind, name }) => status.length > 0 || kind !== "" || name !== "";

function isChosen(event, names, { status, kind, name }) {
  if (status.length && !status.includes(event.dataset.status)) return false;
  if (kind && event.dataset.type !== kind) return false;
  return !name || names.includes(folded(name));
}

/** Leave one event of each drawing and of the undated ones in reach of Tab, and none that is filtered out. */
function reach(root) {
  for (const drawing of root.querySelectorAll(".drawing, .loose")) {
    const spots = [...drawing.querySelectorAll(".spot")];
    const first = spots.find((spot) => !spot.classList.contains("off"));
    for (const spot of spots) spot.setAttribute("tabindex", spot === first ? "0" : "-1");
  }
}

function addressOf({ status, kind, name }) {
  const address = new URL(location.href);
  for (const field of ["status", "kind", "name"]) address.searchParams.delete(field);
  for (const one of status) address.searchParams.append("status", one);
  if (kind) address.searchParams.set("kind", kind);
  if (name) address.searchParams.set("name", name);
  return address;
}

function restore(form) {
  const asked = new URLSearchParams(location.search);
  for (const box of form.querySelectorAll("[name=status]")) box.checked = asked.getAll("status").includes(box.value);
  const kinds = [...form.elements.kind.options].map((option) => option.value);
  const kind = asked.get("kind") ?? "";
  form.elements.kind.value = kinds.includes(kind) ? kind : "";
  form.elements.name.value = asked.get("name") ?? "";
}
