/** Let one event of a drawing be reached by Tab, and the others from there by arrows, Home and End. */
export function rove(drawing) {
  const spots = [...drawing.querySelectorAll(".spot")];
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

  const shown = () => spots.filter((spot) => !spot.classList.contains("off"));

  function move(from, key) {
    const row = shown();
    if (key === "Home") return row[0];
    if (key === "End") return row.at(-1);
    return row[row.indexOf(from) + steps[key]];
  }

  drawing.addEventListener("keydown", (happening) => {
    const current = happening.target.closest(".spot");
    if (!current || !(happening.key in steps || happening.key === "Home" || happening.key === "End")) return;
    happening.preventDefault();
    happening.stopPropagation();
    move(current, happening.key)?.focus();
  });
  drawing.addEventListener("focusin", (happening) => {
    const current = happening.target.closest(".spot");
    for (const spot of spots) spot.setAttribute("tabindex", spot === current ? "0" : "-1");
  });
}
