for (const root of document.querySelectorAll(".sheet")) new Sheet(root);
for (const chart of document.querySelectorAll(".chart")) rove(chart);

/* Paper has no triangle to press: what is folded is printed unfolded. */
const folded = document.querySelectorAll("details:not([open])");
addEventListener("beforeprint", () => folded.forEach((each) => (each.open = true)));
addEventListener("afterprint", () => folded.forEach((each) => (each.open = false)));
