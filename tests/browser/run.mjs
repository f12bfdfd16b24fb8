// Plays stories in a real browser. One line of JSON in is a story: { story, origin, given }. Lines out are { ask, with } (the
// test does something on its side and answers { answer }) and, at the end, { done: null | what went wrong }.
import { mkdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { launch } from './library.mjs';
import { Devices } from './devices.mjs';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

async function heard() {
  const { value, done } = await lines.next();
  return done ? null : JSON.parse(value);
}

/** Asks the test to do something on its side: move the clock, look into the database, wait for a text message. */
async function ask(what, given = null) {
  say({ ask: what, with: given });
  return (await heard())?.answer;
}

async function play(browser, { story, origin, given }) {
  const devices = new Devices(browser, origin, `${process.env.PICTURES}/${story.replaceAll('/', '-')}`);
  try {
    const { default: told } = await import(`./stories/${story}.mjs`);
    // Figures are for people: they go where the test's own output goes, and no test hangs on them.
    const report = (text) => process.stderr.write(`${story}: ${text}\n`);
    await told({ device: (options) => devices.open(options), ask, given, origin, report });
    return devices.complaint();
  } catch (failure) {
    return [failure.stack ?? String(failure), devices.complaint(), await devices.pictures()].filter(Boolean).join('\n');
  } finally {
    await devices.close();
  }
}

mkdirSync(process.env.PICTURES, { recursive: true });
const browser = await launch();
say({ ready: browser.version() });
for (let job = await heard(); job !== null; job = await heard()) say({ done: await play(browser, job) });
await browser.close();
