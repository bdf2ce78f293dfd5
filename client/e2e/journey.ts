// What every journey starts from: demo people who are signed in, and an eye on what must not happen on any page.
import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, type BrowserContextOptions, type Page, expect, test as base } from '@playwright/test';

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

/** Says which rules of WCAG 2.2 AA and of good practice this page breaks, and where. */
export async function axe(page: Page): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} at ${node.target.join(' ')}`),
  );
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
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
