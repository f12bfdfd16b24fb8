/** A gate-room screen: the rotating code, very large, and the state of the post beside it. */
import '@/shared/tokens.css';
import './kiosk.css';
import { clock } from '@/shared/format';
import { chooseLang, lang, tag, type Lang } from '@/shared/lang';
import { ask } from './ask';
import { awake } from './awake';
import { el } from './dom';
import { Keeper } from './keeper';
import { postPanel } from './post';
import type { Showing } from './showing';
import { catalogues, fill } from './words';

const SECOND = 250;
const token = location.pathname.split('/').filter((part) => part !== '').pop() ?? '';
const app = document.getElementById('app') ?? document.body;
let speaks: Lang = lang();

const keeper = new Keeper({
  ask: () => ask(token),
  steady: () => performance.now(),
  wall: () => Date.now(),
  later: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
  changed: draw,
});

const picture = el('img', 'qr');
const bar = el('div', 'bar');
const left = el('p', 'left num');
const time = el('p', 'time num');
const fullscreen = el('button', '');
const language = el('button', '');
fullscreen.type = 'button';
language.type = 'button';
fullscreen.onclick = () => void document.documentElement.requestFullscreen().catch(() => undefined);
language.onclick = () => {
  speaks = speaks === 'zh' ? 'en' : 'zh';
  chooseLang(speaks);
  draw();
};

const names = el('div', 'names');
const paper = el('div', 'paper', picture);
const aside = el('aside', '');
app.append(el('header', '', names, time), el('section', 'code', paper, el('div', 'track', bar), left), aside, el('footer', '', language, fullscreen));

let drawn = '';

/** Shows the code, as long as it counts. Only a new one is put into the page. */
function showCode(showing: Showing | null): void {
  const code = showing?.code ?? '';
  if (code !== drawn && showing !== null) picture.src = `data:image/svg+xml,${encodeURIComponent(showing.qr_svg)}`;
  drawn = code;
  picture.hidden = showing === null;
}

function placeholder(): HTMLElement | null {
  const words = catalogues[speaks];
  if (keeper.code() !== null) return null;
  switch (keeper.trouble) {
    case 'unknown_screen': return el('div', 'instead', el('p', 'word', words.revoked), el('p', 'soft', words.revokedHint));
    case 'network': return el('div', 'instead', el('p', 'word', words.network), el('p', 'soft', words.useSign));
    case 'none': return el('div', 'instead', el('p', 'soft', keeper.last === null ? words.waking : words.changing));
  }
}

function zone(): string {
  return keeper.last?.timezone ?? 'Asia/Shanghai';
}

/** Brings what changes up to date. What has the focus stays where it is. */
function draw(): void {
  const words = catalogues[speaks];
  const last = keeper.last;
  document.documentElement.lang = tag(speaks);
  document.title = last === null ? words.product : `${last.checkpoint} · ${words.product}`;
  fullscreen.textContent = words.fullscreen;
  fullscreen.hidden = document.fullscreenElement !== null || !document.fullscreenEnabled;
  language.textContent = words.language;
  picture.alt = words.scan;
  names.replaceChildren(el('p', 'school', last?.school ?? words.product), el('h1', '', last?.checkpoint ?? ''));
  paper.replaceChildren(...[picture, placeholder()].filter((one) => one !== null));
  const how = last === null || picture.hidden ? null : el('div', 'how', el('p', 'scan', words.scan), el('p', 'soft', fill(words.how, { n: last.step_seconds })));
  // What is not known to hold now is not shown as if it did.
  const post = keeper.code()?.post ?? (keeper.trouble === 'none' ? last?.post : null) ?? null;
  const panel = post === null ? null : postPanel(post, { words, lang: speaks, zone: zone(), now: keeper.now() });
  aside.replaceChildren(...[how, panel].filter((one) => one !== null));
  tick();
}

/** What ticks. */
function tick(): void {
  const showing = keeper.code();
  if ((showing === null) !== picture.hidden || (showing?.code ?? '') !== drawn) {
    showCode(showing);
    draw();
    return;
  }
  const seconds = Math.ceil(keeper.left() / 1000);
  left.textContent = showing === null ? '' : fill(catalogues[speaks].left, { n: seconds });
  bar.style.transform = `scaleX(${keeper.share()})`;
  time.textContent = keeper.last === null ? '' : clock(keeper.now(), zone());
}

const again = () => void keeper.again();
addEventListener('online', again);
addEventListener('pageshow', again);
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && again());
document.addEventListener('fullscreenchange', draw);
setInterval(tick, SECOND);
awake();
draw();
again();
