// Types of the published API, from mobile-api-spec/openapi.yaml. `--check` compares instead of writing.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const SPEC = new URL('../../../mobile-api-spec/openapi.yaml', import.meta.url);
const TYPES = new URL('../src/api/schema.d.ts', import.meta.url);
/** What is text for readers of the spec; here it would only make the file large. */
const TEXTS = new Set(['description', 'summary', 'example', 'examples', 'title']);

/** A copy without texts. Inside `properties` and `schemas` a key is a name, not a keyword. */
function bare(value, names = false) {
  if (Array.isArray(value)) return value.map((item) => bare(item));
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([key]) => names || !(TEXTS.has(key) || key.startsWith('x-')));
  return Object.fromEntries(kept.map(([key, item]) => [key, bare(item, key === 'properties' || key === 'schemas')]));
}

const document = bare(parse(readFileSync(SPEC, 'utf8')));
const types = `// Made by \`npm run api\` from mobile-api-spec/openapi.yaml. Do not edit.\n${astToString(await openapiTS(document, { alphabetize: true }))}`;
if (!process.argv.includes('--check')) {
  writeFileSync(TYPES, types);
} else if (readFileSync(TYPES, 'utf8') !== types) {
  console.error(`${fileURLToPath(TYPES)} is not what the API description says: run npm run api`);
  process.exit(1);
}
