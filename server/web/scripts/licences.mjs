// The packages that ship to browsers have permissive licences. Tools that only build and test may have others.
import { readFileSync } from 'node:fs';

const PERMISSIVE = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC0-1.0', 'ISC', 'MIT', 'MIT-0', 'Unlicense', 'Zlib']);

/** Whether a licence expression lets us ship: one side of an OR is enough, each side of an AND is needed. */
function permissive(licence) {
  const text = licence.replace(/^\((.*)\)$/, '$1');
  if (text.includes(' OR ')) return text.split(' OR ').some(permissive);
  return text.split(' AND ').every((part) => PERMISSIVE.has(part.trim()));
}

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const shipped = Object.entries(packages).filter(([name, { dev, devOptional }]) => name !== '' && !dev && !devOptional);
const refused = shipped.filter(([, { license }]) => !permissive(license ?? 'none stated'));
for (const [name, { version, license }] of refused) {
  console.error(`${name.replace(/^.*node_modules\//, '')} ${version}: ${license ?? 'no licence stated'}`);
}
if (refused.length > 0) process.exit(1);
console.log(`${shipped.length} packages that ship, all with permissive licences`);
