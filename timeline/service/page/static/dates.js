/** Dates as a person writes them, for events that arrive before the server has drawn them. */

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Write an event's date: days, months, years and intervals in words, anything else by its EDTF value. */
export function dateWords(when) {
  if (!when) return "undated";
  const [start, end] = when.edtf.split("/");
  if (end === undefined) return single(start);
  if (end === "" || end === "..") return `since ${single(start)}`;
  if (start === "" || start === "..") return `until ${single(end)}`;
  return joined(single(start), single(end));
}

/** Say what both ends share once, after them: "28 – 30 Apr 2025". */
function joined(start, end) {
  const words = start.split(" ");
  const others = end.split(" ");
  let shared = 0;
  while (shared < words.length - 1 && words.at(-1 - shared) === others.at(-1 - shared)) shared += 1;
  return `${words.slice(0, words.length - shared).join(" ")} – ${end}`;
}

function single(value) {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T(\d\d:\d\d).*)?(~?)$/.exec(value);
  const month = found?.[2] ? MONTHS[Number(found[2]) - 1] : "";
  if (!found || (found[2] && !month)) return value;
  const parts = [found[4], found[3] && String(Number(found[3])), month, found[1]];
  return (found[5] ? "about " : "") + parts.filter(Boolean).join(" ");
}
