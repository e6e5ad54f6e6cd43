/**
 * Writes the vendor files the pages link to: Atlassian's design tokens as one style sheet, and htmx.
 * Not here: anything of our own (that is static/ beside vendor/, served as it is).
 * The tokens package carries its themes as JavaScript modules whose default export is CSS text.
 */
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const THEMES = [
  "atlassian-light",
  "atlassian-dark",
  "atlassian-light-increased-contrast",
  "atlassian-dark-increased-contrast",
  "atlassian-spacing",
  "atlassian-shape",
  "atlassian-typography",
];

const require = createRequire(import.meta.url);
const vendor = join(dirname(fileURLToPath(import.meta.url)), "..", "static", "vendor");
mkdirSync(vendor, { recursive: true });

const css = THEMES.map((name) => {
  const text = require(`@atlaskit/tokens/dist/cjs/artifacts/themes/${name}.js`).default;
  if (typeof text !== "string" || !text.includes("--ds-")) {
    throw new Error(`the theme ${name} of @atlaskit/tokens carries no CSS text any more`);
  }
  return `/* ${name} */\n${text.trim()}\n`;
});
writeFileSync(join(vendor, "tokens.css"), css.join("\n"));
copyFileSync(require.resolve("htmx.org/dist/htmx.min.js"), join(vendor, "htmx.min.js"));
