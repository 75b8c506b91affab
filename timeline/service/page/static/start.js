/** Where the page begins: each part starts itself on what the page has of it. */
import { rove } from "./chart.js";
import { startArticle } from "./article.js";
import { startCompose } from "./compose.js";
import { startExports } from "./exports.js";
import { startFilters } from "./filters.js";
import { startLock } from "./lock.js";
import { tellNotice } from "./notice.js";

function start() {
  for (const chart of document.querySelectorAll(".chart")) rove(chart);
  startArticle(document.querySelector("[data-article]"));
  startCompose(document.getElementById("compose"));
  startExports(document.querySelectorAll(".exports a"));
  startFilters(document.getElementById("filters"));
}

await startLock(document.getElementById("key-form"), start);
start();
tellNotice();
