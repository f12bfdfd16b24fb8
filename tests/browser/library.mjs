// The libraries come from the web client's packages; the tests install none of their own.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const of = createRequire(new URL('../../server/web/package.json', import.meta.url));
export const { chromium } = of('playwright-core');
/** The text of axe-core, to be run in a page. */
export const axe = readFileSync(of.resolve('axe-core/axe.min.js'), 'utf8');
