// What every journey starts from: demo people who are signed in, and an eye on what must not happen on any page.
import AxeBuilder from '@axe-core/playwright';
import {
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
  expect,
  test as base,
} from '@playwright/test';

export { expect };

const PASSWORD = 'trust-takes-time';

/** The demo accounts; Maya and Tom are a couple in the therapist's care. */
export const PEOPLE = {
  therapist: 'therapist@harbour.example',
  therapist2: 'therapist2@harbour.example',
  supervisor: 'supervisor@harbour.example',
  admin: 'admin@harbour.example',
  maya: 'maya@harbour.example',
  tom: 'tom@harbour.example',
  dana: 'dana@harbour.example',
  otherAdmin: 'admin@lakeside.example',
  otherTherapist: 'therapist@lakeside.example',
  luis: 'luis@lakeside.example',
} as const;
export type Person = keyof typeof PEOPLE;

/** A phone as most clients hold it: narrow, dark, touched. */
/** The connection is gone, once what the page fetches for itself, its service worker, is there. */
export async function cutOff(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.context().setOffline(true);
}

export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  colorScheme: 'dark',
  hasTouch: true,
  isMobile: true,
};

/** Collects what no page may do: errors, breaches of the content policy, requests to anyone else. */
export class Troubles {
  private readonly seen: string[] = [];
  private readonly allowed: RegExp[] = [];

  constructor(private readonly home: string) {}

  /** For journeys that provoke an answer such as 401 or 412, which the browser itself writes on its console. */
  allow(pattern: RegExp): void {
    this.allowed.push(pattern);
  }

  async watch(context: BrowserContext): Promise<void> {
    context.on('weberror', (error) => this.seen.push(`page error: ${error.error().message}`));
    context.on('console', (message) => {
      if (message.type() === 'error') this.seen.push(`console: ${message.text()} (${message.location().url})`);
    });
    context.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== this.home) this.seen.push(`third party: ${request.url()}`);
      if (request.headers()['content-type']?.includes('csp-report'))
        this.seen.push(`content policy: ${request.postData() ?? ''}`);
    });
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`content policy: ${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`);
      });
    });
  }

  list(): string[] {
    return this.seen.filter((trouble) => !this.allowed.some((pattern) => pattern.test(trouble)));
  }
}

/** Signs a demo person in, on this context's cookies, without the form (which has journeys of its own). */
export async function signIn(context: BrowserContext, person: Person): Promise<void> {
  await context.request.get('/api/v1/auth/me');
  const token = (await context.cookies()).find((cookie) => cookie.name === 'XSRF-TOKEN')?.value ?? '';
  const answer = await context.request.post('/api/v1/auth/login', {
    data: { email: PEOPLE[person], password: PASSWORD },
    headers: { 'X-XSRF-TOKEN': token },
  });
  expect(answer.status(), `sign-in of ${person}`).toBe(200);
}

/** Types the first name of somebody of the caseload and takes that person from the list. */
export async function pickPerson(within: Page | Locator, label: string, name: string): Promise<void> {
  const [first = ''] = name.split(' ');
  await within.getByRole('combobox', { name: label, exact: true }).fill(first);
  await within.getByRole('option', { name: new RegExp(`^${first} (?!.* and )`) }).click();
}

/** Opens the chart of somebody of the demo: the caseload begins with the latest changes, and journeys enter many people. */
export async function openChart(page: Page, name: string): Promise<void> {
  await page.goto('/caseload');
  await page.getByRole('searchbox', { name: 'Find a name' }).fill(name.split(' ')[0] ?? '');
  await page.getByRole('link', { name, exact: true }).click();
}

/** Says which rules of WCAG 2.2 AA and of good practice this page breaks, and where. */
export async function axe(page: Page): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} at ${node.target.join(' ')}`),
  );
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}

const counters = new WeakMap<Page, { taps: number }>();

/** In the page: a finger that goes down, a choice in a native list, a shortcut, or a key that presses what has the focus. */
function tellTaps(): void {
  const tell = (): void => void (globalThis as unknown as { keptTap(): Promise<void> }).keptTap();
  addEventListener('pointerdown', (event) => event.isTrusted && tell(), true);
  addEventListener('change', (event) => event.target instanceof HTMLSelectElement && tell(), true);
  const inText = (target: EventTarget | null): boolean =>
    target instanceof Element && target.matches('input:not([type=radio], [type=checkbox]), textarea');
  addEventListener(
    'keydown',
    (event) => {
      const isShortcut = (event.ctrlKey || event.metaKey) && event.key !== 'Control' && event.key !== 'Meta';
      const presses = ['Enter', 'Escape'].includes(event.key) && !(event.target instanceof HTMLTextAreaElement);
      if (isShortcut || presses || (event.key.length === 1 && !inText(event.target))) tell();
    },
    true,
  );
}

/**
 * Carries out a job and fails when it took more taps than it may. Typing words is no tap; a choice in a native list, a
 * shortcut, and Enter outside of a text are one each. The budgets are what the product promises for the job.
 */
export async function withinTaps(page: Page, most: number, job: string, act: () => Promise<void>): Promise<void> {
  let counter = counters.get(page);
  if (!counter) {
    const fresh = { taps: 0 };
    counters.set(page, (counter = fresh));
    await page.exposeFunction('keptTap', () => void (fresh.taps += 1));
    await page.addInitScript(tellTaps);
    await page.evaluate(tellTaps);
  }
  counter.taps = 0;
  await act();
  const { taps } = counter;
  expect(taps, `taps to ${job}`).toBeLessThanOrEqual(most);
  if (most > 0) expect(taps, `taps to ${job} were counted`).toBeGreaterThan(0);
}

interface Journey {
  troubles: Troubles;
  /** A browser of its own for this person, signed in, on their first page. */
  as: (person: Person, options?: BrowserContextOptions) => Promise<Page>;
}

export const test = base.extend<Journey>({
  troubles: [
    async ({ baseURL }, use) => {
      const troubles = new Troubles(new URL(baseURL ?? '').origin);
      await use(troubles);
      expect(troubles.list(), 'troubles on the pages').toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, troubles }, use) => {
    await troubles.watch(context);
    await use(context);
  },
  as: async ({ browser, troubles }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (person, options = {}) => {
      const context = await browser.newContext(options);
      opened.push(context);
      await troubles.watch(context);
      await signIn(context, person);
      const page = await context.newPage();
      await page.goto('/');
      return page;
    });
    for (const context of opened) await context.close();
  },
});
