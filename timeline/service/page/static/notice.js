/** A word for the reader: told at once, or kept for the page that comes next. */

const NOTICE = "timeline-notice";

export function tell(words) {
  document.getElementById("said").textContent = words;
}

export const keepNotice = (words) => sessionStorage.setItem(NOTICE, words);

/** Tell what the page before left to be told. */
export function tellNotice() {
  const words = sessionStorage.getItem(NOTICE);
  if (!words) return;
  sessionStorage.removeItem(NOTICE);
  const said = document.getElementById("said");
  said.classList.add("shown");
  said.textContent = words;
}
