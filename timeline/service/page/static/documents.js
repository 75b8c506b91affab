/** What a reader gives, as documents to extract: a pasted text, files, or an address. */
import { Trouble } from "./asking.js";

const HTML_NAME = /\.x?html?$/i;
const TEXT_NAME = /\.(txt|text|md|markdown)$/i;
const HTML_START = /^\s*(<!doctype html|<html[\s>]|<\?xml[^>]*>\s*<!doctype html)/i;
const CHARSET = /<meta[^>]+charset=["']?([\w-]+)/i;
const LARGEST = 5_000_000;

/** One document: what it is called, and what is sent of it. */
export const documentOf = (name, body) => ({ name, body });

export const textDocument = (text) => documentOf("The pasted text", HTML_START.test(text) ? { html: text } : { text });

export const UNREADABLE = "unreadable-file";

const unreadable = (words) => new Trouble(words, UNREADABLE);

/** Read a file as text or HTML; throw Trouble for any other. */
export async function fileDocument(file) {
  const isHtml = HTML_NAME.test(file.name) || file.type === "text/html";
  if (!isHtml && !TEXT_NAME.test(file.name) && !file.type.startsWith("text/") && file.type !== "") {
    throw unreadable(`${kindOf(file)} cannot be read. Give plain text or HTML, or paste the text.`);
  }
  if (file.size > LARGEST) throw unreadable("The file is larger than 5 MB.");
  const text = decode(new Uint8Array(await file.arrayBuffer()), isHtml);
  if (!text.trim()) throw unreadable("The file is empty.");
  return documentOf(file.name, isHtml || HTML_START.test(text) ? { html: text } : { text });
}

const kindOf = (file) => (file.type.endsWith("pdf") ? "A PDF file" : "A file of this kind");

/** Decode by the byte-order mark, the page's own declaration, UTF-8, or else Windows-1252. */
function decode(bytes, isHtml) {
  const marked = markOf(bytes);
  if (!marked && bytes.includes(0)) throw unreadable("The file is no text. Give plain text or HTML, or paste the text.");
  const declared = isHtml ? CHARSET.exec(new TextDecoder("latin1").decode(bytes.subarray(0, 1024)))?.[1] : null;
  for (const label of [marked, declared, "utf-8"]) {
    const text = label && decoded(bytes, label);
    if (typeof text === "string") return text;
  }
  return new TextDecoder("windows-1252").decode(bytes);
}

function markOf([first, second]) {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

function decoded(bytes, label) {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
