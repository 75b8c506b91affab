const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Let one event of each drawing and of the undated ones be reached by Tab, the others from there by arrows, Home and End. */
export function rove(chart) {
  chart.addEventListener("keydown", (happening) => {
    const current = happening.target.closest(".spot");
    const next = current ? neighbour(current, happening.key) : null;
    if (next === null) return;
    happening.preventDefault();
    happening.stopPropagation();
    next?.focus();
  });
  chart.addEventListener("focusin", (happening) => {
    const current = happening.target.closest(".spot");
    if (current) for (const spot of spotsBeside(current)) spot.setAttribute("tabindex", spot === current ? "0" : "-1");
  });
}

const spotsBeside = (spot) => [...spot.closest(".drawing, .loose").querySelectorAll(".spot")];

/** Return the event a key leads to, undefined where there is none, null where the key leads nowhere. */
function neighbour(current, key) {
  const row = spotsBeside(current).filter((spot) => !spot.classList.contains("off"));
  if (key === "Home") return row[0];
  if (key === "End") return row.at(-1);
  return key in STEPS ? row[row.indexOf(current) + STEPS[key]] : null;
}
