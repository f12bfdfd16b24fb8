import '@/shared/tokens.css';
import './style.css';
import { chooseLang, lang, tag } from '@/shared/lang';
import { openQueue } from '@/shared/queue/queue';
import { Screen } from './draw';
import { inPage } from './facts';
import { keepShell } from './offline';
import { PostPage } from './post_page';
import { route } from './route';
import { foot } from './views/foot';
import { join } from './views/join';

const root = document.getElementById('app') ?? document.body;
const here = route(location.pathname);
document.documentElement.lang = tag(lang());

/** The page of an invite: one view after the other. */
function joining(token: string): void {
  const screen = new Screen(root);
  let help = false;
  let shown: HTMLElement;
  const show = (view: HTMLElement) => {
    shown = view;
    screen.show(view, below());
  };
  const below = () => foot(null, help, (open) => {
    help = open;
    show(shown);
  }, () => {
    chooseLang(lang() === 'zh' ? 'en' : 'zh');
    void join(token, show);
  });
  void join(token, show);
}

function start(): void {
  if (here.page === 'join') joining(here.token);
  else {
    const known = inPage();
    void new PostPage(root, here, known, openQueue()).start();
    // A code that is refused, or whose sign was replaced, gets no page that is good without a network.
    if (known !== null && 'facts' in known && known.facts.state === 'current') keepShell();
  }
}

// The facts come last in the page, after this script.
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start, { once: true });
else start();
