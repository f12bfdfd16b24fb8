/** The page of a post: what it knows, what happens to it, and what the person does. */
import { chooseLang, lang } from '@/shared/lang';
import type { Queue } from '@/shared/queue/queue';
import type { Draft, Kind, Role } from '@/shared/queue/types';
import { forget } from '@/shared/session';
import { waits } from './alarm';
import { copy } from './dom';
import { Screen, toast } from './draw';
import { ask, type Known } from './facts';
import { reason } from './form';
import { readHere, type Here } from './here';
import { remove } from './http';
import { askBrowser, atHand, choosePlace, complete, lookAhead, wanted } from './location';
import { agreeToLocation, forgetMe, kept, readProfile, who } from './me';
import { attaches, nowOf, type Actions, type Model, type Panel } from './model';
import { page } from './pages';
import { recall, remember } from './remember';
import { rememberPost, type Route } from './route';
import { offsetOf } from './time';
import { foot } from './views/foot';
import { head } from './views/head';
import { list } from './views/list';
import { signIn } from './views/sign_in';
import { stopped } from './views/stop';
import { words } from './words';

type PostRoute = Extract<Route, { page: 'post' }>;

/** The moment of the scan. Later than this it says nothing any more, and after a reload nothing at all. */
const SCAN_COUNTS = 5 * 60_000;

export class PostPage implements Actions {
  private readonly screen: Screen;
  private readonly ready: Promise<Queue>;
  private readonly model: Omit<Model, 'who' | 'facts'>;
  private known: Known;
  private scanned: boolean;
  private signing = false;
  private settled: string | null = null;

  constructor(root: HTMLElement, { code, short }: PostRoute, known: Known, ready: Promise<Queue>) {
    this.screen = new Screen(root);
    this.ready = ready;
    this.known = known;
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    this.scanned = entry === undefined || entry.type === 'navigate';
    this.model = {
      code, short, profile: null, here: null, items: [], durable: true, sending: { phase: 'idle', retryAt: null },
      wantsPlace: wanted(), offset: recall<number>('offset') ?? 0, busy: false, asking: false, locating: null, missed: null, panel: null, placeDrawn: 0, listOpen: false, discarding: null, said: '',
    };
  }

  /** Draws what is known at once, then asks for the rest. */
  async start(): Promise<void> {
    this.take(this.known);
    if (waits()) this.model.panel = 'help';
    this.model.asking = this.known === null;
    this.draw();
    this.listen();
    const queue = await this.ready;
    queue.onChange(() => void this.changed(queue));
    queue.start();
    await this.changed(queue);
    await this.refresh();
    if (this.full().profile?.location === true && this.model.wantsPlace) void lookAhead();
  }

  /** The clock ticks; what may have changed is asked for when somebody looks again. */
  private listen(): void {
    setInterval(() => document.hidden || this.draw(), 1000);
    setInterval(() => document.hidden || void this.refreshHere(), 60_000);
    document.addEventListener('visibilitychange', () => document.hidden || void this.refresh());
    addEventListener('online', () => void this.refresh());
    // Another tab signed somebody in or out.
    addEventListener('storage', () => this.draw());
  }

  private take(known: Known): void {
    this.known = known;
    if (known === null || 'problem' in known) return;
    // An old page says nothing of the present, but how far this phone's clock is off changes little.
    this.set(known.cached ? (recall<number>('offset') ?? 0) : offsetOf(known.facts.now));
    rememberPost(location.pathname, known.facts.checkpoint.name);
    // Without a network: how it was here for this person, six hours ago at most; it says when.
    const kept = recall<{ of: string; here: Here }>('here');
    const mine = kept !== null && kept.of === `${who()?.id ?? ''}${known.facts.checkpoint.id}`;
    if (known.cached && mine && nowOf(this.model) - Date.parse(kept.here.now) < 216e5) this.model.here = kept.here;
  }

  private set(offset: number): void {
    this.model.offset = offset;
    remember('offset', offset);
  }

  /** The model with what is looked up each time: another tab may have changed it. */
  private full(): Model {
    const facts = this.known !== null && 'facts' in this.known ? this.known.facts : null;
    const person = who() ?? { id: '', name: '', signedIn: false };
    const profile = this.model.profile?.id === person.id ? this.model.profile : kept(person.id);
    return { ...this.model, facts, who: person, profile };
  }

  private draw(): void {
    const now = page(this.known, who());
    if (now.kind === 'post' && !this.signing) return this.screen.draw(this.full(), this);
    this.still(now.kind === 'post' ? { kind: 'sign_in', facts: now.facts } : now);
  }

  private shown = '';

  /** The views that stay as they are while somebody types. */
  private still(now: Exclude<ReturnType<typeof page>, { kind: 'post' }>): void {
    // What was tapped here is told below a page that stops: nobody looks for it elsewhere.
    const model = { ...this.full(), listOpen: true };
    const own = now.kind === 'sign_in' ? [] : model.items.filter(({ person }) => person === model.who.id);
    const key = `${now.kind} ${lang()} ${String(this.model.panel === 'help')} ${own.map(({ id, state }) => id + state).join()} ${String(model.discarding)}`;
    if (this.shown === key) return;
    this.shown = key;
    const below = foot('facts' in now ? now.facts : null, this.model.panel === 'help', (open) => this.panel(open ? 'help' : null), () => this.language());
    if (now.kind !== 'sign_in') return this.screen.show(stopped(now, () => void this.reload()), ...(own.length > 0 ? [list(model, this)] : []), below);
    const view = signIn(() => void this.signedIn());
    view.prepend(head(now.facts, nowOf(this.model), this.model.asking));
    this.screen.show(view, below);
  }

  private async changed(queue: Queue): Promise<void> {
    this.model.items = await queue.list();
    this.model.durable = queue.durable;
    this.model.sending = queue.sending;
    this.draw();
    const settled = this.model.items.filter(({ result }) => result !== null).map(({ id, state }) => id + state).join();
    const news = this.settled !== null && settled !== this.settled;
    this.settled = settled;
    if (news) await this.refreshHere();
  }

  private async reload(): Promise<void> {
    this.take((await ask(this.model.code)) ?? this.known);
    this.model.asking = false;
    this.shown = '';
    this.draw();
  }

  /** Asks for all that may have changed while nobody looked. */
  private async refresh(): Promise<void> {
    if (this.known === null || !('facts' in this.known) || this.known.cached) await this.reload();
    if (!who()?.signedIn) return;
    await Promise.all([this.refreshProfile(), this.refreshHere()]);
  }

  private async refreshProfile(): Promise<void> {
    this.model.profile = await readProfile().catch(() => this.model.profile);
    this.draw();
  }

  private async refreshHere(): Promise<void> {
    const { facts, who: person } = this.full();
    if (facts === null || !person.signedIn) return;
    const here = await readHere(facts.checkpoint.id);
    if (here === null) return;
    this.model.here = here;
    if (here !== 'strange') {
      remember('here', { of: person.id + facts.checkpoint.id, here });
      this.set(offsetOf(here.now));
      facts.window = here.window;
    }
    this.draw();
  }

  private async signedIn(): Promise<void> {
    this.signing = false;
    this.shown = '';
    this.draw();
    void this.ready.then((queue) => queue.flush());
    await this.refresh();
  }

  /** When this tap happened: for a code on a screen, when it was scanned, by opening this page. */
  private moment(kind: Kind): Draft['at'] {
    const { facts } = this.full();
    const counts = this.scanned && facts?.from_screen === true && kind !== 'leave' && performance.now() < SCAN_COUNTS;
    this.scanned = false;
    return counts ? { wall: Date.now() - performance.now(), steady: 0 } : undefined;
  }

  readonly tap = (kind: Kind): void => {
    if (this.model.busy) return;
    void this.save(kind);
  };

  private async save(kind: Kind): Promise<void> {
    const { code, short, facts, who: person, profile } = this.full();
    // Right after signing in it may not be known yet whether they agreed: the tap then waits for that as it does for a position.
    const unsure = profile === null && person.signedIn && this.model.wantsPlace;
    Object.assign(this.model, { busy: true, panel: null, missed: null });
    const position = unsure ? undefined : attaches(this.full()) ? atHand(Date.now()) : null;
    const where = short ? { code: null, short_code: code } : { code, short_code: null };
    const draft: Draft = { person: person.id, post: facts?.checkpoint.name ?? null, kind, ...where, position, at: this.moment(kind) };
    this.draw();
    const queue = await this.ready;
    const item = await queue.add(draft);
    this.model.busy = false;
    if (position !== undefined) return this.changed(queue);
    this.model.locating = item.id;
    await this.changed(queue);
    if (unsure) await this.refreshProfile();
    const why = attaches(this.full()) ? await complete(queue, item) : await queue.locate(item.id, null).then(() => null);
    Object.assign(this.model, { locating: null, missed: why === null ? null : { id: item.id, why } });
    await this.changed(queue);
  }

  readonly leave = (): void => {
    this.tap('leave');
  };

  readonly choose = (id: string, role: Role): void => {
    void this.ready.then((queue) => queue.choose(id, role));
  };

  readonly place = (on: boolean): void => {
    const agreed = this.full().profile?.location === true;
    this.model.placeDrawn += 1;
    if (on && !agreed) return this.panel('consent');
    this.model.wantsPlace = on;
    choosePlace(on);
    if (on) askBrowser();
    this.draw();
  };

  readonly agree = (): void => {
    agreeToLocation()
      .then(() => this.refreshProfile())
      .then(() => {
        this.model.panel = null;
        this.place(true);
      })
      .catch((failure: unknown) => {
        this.model.said = `${words().consentFailed} ${reason(failure)}`;
        this.draw();
      });
  };

  readonly panel = (which: Panel): void => {
    this.model.panel = which;
    this.model.said = '';
    this.draw();
    // The panel for help opens at the lower edge.
    if (which === 'help') document.querySelector('.foot .panel')?.scrollIntoView({ block: 'center' });
  };

  readonly signIn = (): void => {
    this.signing = true;
    this.draw();
  };

  readonly signOut = (): void => {
    void remove('/sessions/current').catch(() => undefined);
    forget();
    forgetMe();
    remember('here', null);
    Object.assign(this.model, { panel: null, profile: null, here: null });
    this.shown = '';
    this.draw();
  };

  readonly flush = (): void => {
    void this.ready.then((queue) => queue.flush());
  };

  readonly list = (open: boolean): void => {
    this.model.listOpen = open;
    this.draw();
  };

  readonly again = (id: string): void => {
    void this.ready.then((queue) => queue.again(id));
  };

  readonly discarding = (id: string | null): void => {
    this.model.discarding = id;
    this.draw();
  };

  readonly discard = (id: string): void => {
    void this.ready.then((queue) => queue.discard(id));
    this.discarding(null);
  };

  readonly copy = (text: string): void => {
    void copy(text).then((done) => done && toast(words().copied));
  };

  readonly language = (): void => {
    chooseLang(lang() === 'zh' ? 'en' : 'zh');
    this.shown = '';
    this.draw();
  };
}
